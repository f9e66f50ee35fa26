package org.lightpath.cloud.graph.lowering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.operator.BinaryOperators;
import org.lightpath.cloud.graph.operator.CastOperator;
import org.lightpath.cloud.graph.operator.IndexOperators;
import org.lightpath.cloud.graph.operator.MakeOperators;
import org.lightpath.cloud.graph.operator.MoveOperators;
import org.lightpath.cloud.graph.operator.NormOperators;
import org.lightpath.cloud.graph.operator.Operator;
import org.lightpath.cloud.graph.operator.OrderOperators;
import org.lightpath.cloud.graph.operator.PadOperator;
import org.lightpath.cloud.graph.operator.ReduceOperators;
import org.lightpath.cloud.graph.operator.ResizeOperators;
import org.lightpath.cloud.graph.operator.SelectOperators;
import org.lightpath.cloud.graph.operator.ShapeOperators;
import org.lightpath.cloud.graph.operator.SoftmaxOperators;
import org.lightpath.cloud.graph.operator.UnaryOperators;

/** Every operator that is implemented, by name. */
public final class StandardOperators {
  private static final Map<String, Operator> ALL = collect();

  private StandardOperators() {}

  private static Map<String, Operator> collect() {
    Map<String, Operator> all = new HashMap<>();
    all.putAll(BinaryOperators.all());
    all.putAll(CastOperator.all());
    all.putAll(IndexOperators.all());
    all.putAll(MakeOperators.all());
    all.putAll(MoveOperators.all());
    all.putAll(NormOperators.all());
    all.putAll(OrderOperators.all());
    all.putAll(PadOperator.all());
    all.putAll(ReduceOperators.all());
    all.putAll(ResizeOperators.all());
    all.putAll(SelectOperators.all());
    all.putAll(ShapeOperators.all());
    all.putAll(SoftmaxOperators.all());
    all.putAll(UnaryOperators.all());
    all.putAll(PoolOperators.all());
    all.putAll(ProductOperators.all());
    return Map.copyOf(all);
  }

  /** An operator of the standard domain, null if it is not implemented. */
  public static @Nullable Operator find(String name) {
    return ALL.get(name);
  }

  /** Names of all operators, sorted. */
  public static List<String> names() {
    return ALL.keySet().stream().sorted().toList();
  }
}
