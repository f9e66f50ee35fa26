package org.lightpath.cloud.graph.lowering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.operator.*;

/** Every operator that is implemented, by name. */
public final class StandardOperators {
  private static final Map<String, Operator> ALL = collect();

  private StandardOperators() {}

  private static Map<String, Operator> collect() {
    Map<String, Operator> all = new HashMap<>();
    all.putAll(UnaryOperators.all());
    all.putAll(BinaryOperators.all());
    all.putAll(ShapeOperators.all());
    all.putAll(MoveOperators.all());
    all.putAll(IndexOperators.all());
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
