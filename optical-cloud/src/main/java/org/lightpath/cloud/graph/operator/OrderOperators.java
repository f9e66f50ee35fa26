package org.lightpath.cloud.graph.operator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/** Operators that order or accumulate along an axis. */
public final class OrderOperators {
  private OrderOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    String[] attributes = {"axis", "keepdims", "select_last_index"};
    all.put("ArgMax", Operator.of(node -> extreme(node, 1), attributes));
    all.put("ArgMin", Operator.of(node -> extreme(node, -1), attributes));
    all.put("TopK", Operator.of(OrderOperators::top, "axis", "largest", "sorted", "k"));
    all.put("CumSum", Operator.of(OrderOperators::cumulate, "exclusive", "reverse"));
    return all;
  }

  private static double number(Tensor tensor, int index) {
    return tensor.real() ? tensor.floats()[index] : tensor.longs()[index];
  }

  private static Prepared extreme(PlanNode node, int sign) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", 0), shape.length);
    Reduction reduction = Reduction.of(shape, axis);
    boolean last = node.flag("select_last_index", false);
    Kernel kernel =
        frame -> {
          Tensor x = frame.input(0);
          long[] y = frame.output(0).longs();
          for (int line = 0; line < y.length; line++) {
            int best = 0;
            for (int i = 1; i < reduction.length(); i++) {
              double difference =
                  sign
                      * (number(x, reduction.element(line, i))
                          - number(x, reduction.element(line, best)));
              if (difference > 0 || (last && difference == 0)) {
                best = i;
              }
            }
            y[line] = best;
          }
        };
    int[] result = ReduceOperators.result(shape, new int[] {axis}, node.flag("keepdims", true));
    return Prepared.of(kernel, OnnxType.INT64, result);
  }

  private static Prepared top(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", -1), shape.length);
    int count = Math.toIntExact(node.has("k") ? node.whole("k", 1) : node.constant(1).longs()[0]);
    boolean largest = node.flag("largest", true);
    Reduction lines = Reduction.of(shape, axis);
    int[] result = shape.clone();
    result[axis] = count;
    Reduction targets = Reduction.of(result, axis);
    Kernel kernel =
        frame -> {
          Tensor x = frame.input(0);
          for (int l = 0; l < lines.lines(); l++) {
            int line = l;
            Comparator<Integer> order =
                Comparator.comparingDouble(i -> number(x, lines.element(line, i)));
            int[] best =
                IntStream.range(0, lines.length())
                    .boxed()
                    .sorted(largest ? order.reversed() : order)
                    .limit(count)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < best.length; i++) {
              int at = targets.element(line, i);
              System.arraycopy(
                  MoveOperators.array(x),
                  lines.element(line, best[i]),
                  MoveOperators.array(frame.output(0)),
                  at,
                  1);
              frame.output(1).longs()[at] = best[i];
            }
          }
        };
    return Prepared.of(
        kernel,
        new TensorType(node.first().type(), result),
        new TensorType(OnnxType.INT64, result));
  }

  private static Prepared cumulate(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.constant(1).longs()[0], shape.length);
    boolean exclusive = node.flag("exclusive", false);
    boolean reversed = node.flag("reverse", false);
    Reduction lines = Reduction.of(shape, axis);
    Kernel kernel =
        frame -> {
          Tensor x = frame.input(0);
          Tensor y = frame.output(0);
          for (int line = 0; line < lines.lines(); line++) {
            double sum = 0;
            for (int i = 0; i < lines.length(); i++) {
              int at = lines.element(line, reversed ? lines.length() - 1 - i : i);
              double next = sum + number(x, at);
              double value = exclusive ? sum : next;
              if (y.real()) {
                y.floats()[at] = (float) value;
              } else {
                y.longs()[at] = (long) value;
              }
              sum = next;
            }
          }
        };
    return Prepared.of(kernel, node.first());
  }
}
