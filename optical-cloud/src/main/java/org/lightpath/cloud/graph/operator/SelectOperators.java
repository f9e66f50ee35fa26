package org.lightpath.cloud.graph.operator;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/** Operators that choose among numbers: by a condition, by limits, by size. */
public final class SelectOperators {
  private SelectOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Where", Operator.of(SelectOperators::where));
    all.put("Clip", Operator.of(SelectOperators::clip, "min", "max"));
    all.put("Max", Operator.of(node -> fold(node, Math::max, Math::max)));
    all.put("Min", Operator.of(node -> fold(node, Math::min, Math::min)));
    all.put("Sum", Operator.of(node -> fold(node, Float::sum, Long::sum)));
    all.put("Mean", Operator.of(SelectOperators::mean));
    return all;
  }

  private static Prepared where(PlanNode node) {
    int[] values = Shapes.broadcast(node.input(1).shape(), node.input(2).shape());
    int[] shape = Shapes.broadcast(node.input(0).shape(), values);
    Broadcast broadcast =
        Broadcast.of(shape, node.input(0).shape(), node.input(1).shape(), node.input(2).shape());
    boolean real = node.input(1).real();
    Kernel kernel =
        frame ->
            broadcast.rows(
                (offsets, result, length) -> {
                  if (real) {
                    reals(frame, broadcast, offsets, result, length);
                  } else {
                    wholes(frame, broadcast, offsets, result, length);
                  }
                });
    return Prepared.of(kernel, node.input(1).type(), shape);
  }

  private static void reals(
      Frame frame, Broadcast broadcast, int[] offsets, int result, int length) {
    long[] condition = frame.input(0).longs();
    float[] a = frame.input(1).floats();
    float[] b = frame.input(2).floats();
    float[] y = frame.output(0).floats();
    for (int i = 0; i < length; i++) {
      y[result + i] =
          condition[offsets[0] + i * broadcast.step(0)] != 0
              ? a[offsets[1] + i * broadcast.step(1)]
              : b[offsets[2] + i * broadcast.step(2)];
    }
  }

  private static void wholes(
      Frame frame, Broadcast broadcast, int[] offsets, int result, int length) {
    long[] condition = frame.input(0).longs();
    long[] a = frame.input(1).longs();
    long[] b = frame.input(2).longs();
    long[] y = frame.output(0).longs();
    for (int i = 0; i < length; i++) {
      y[result + i] =
          condition[offsets[0] + i * broadcast.step(0)] != 0
              ? a[offsets[1] + i * broadcast.step(1)]
              : b[offsets[2] + i * broadcast.step(2)];
    }
  }

  /** Limits as attributes up to operator set 10, as inputs since. */
  private static Prepared clip(PlanNode node) {
    TensorType type = node.first();
    boolean fromBelow = node.hasInput(1);
    boolean fromAbove = node.hasInput(2);
    float low = node.real("min", Float.NEGATIVE_INFINITY);
    float high = node.real("max", Float.POSITIVE_INFINITY);
    Kernel kernel =
        frame -> {
          if (type.real()) {
            float least = fromBelow ? frame.input(1).floats()[0] : low;
            float most = fromAbove ? frame.input(2).floats()[0] : high;
            clip(frame.input(0).floats(), frame.output(0).floats(), least, most);
          } else {
            long least = fromBelow ? frame.input(1).longs()[0] : Long.MIN_VALUE;
            long most = fromAbove ? frame.input(2).longs()[0] : Long.MAX_VALUE;
            long[] x = frame.input(0).longs();
            long[] y = frame.output(0).longs();
            for (int i = 0; i < y.length; i++) {
              y[i] = Math.min(most, Math.max(least, x[i]));
            }
          }
        };
    return Prepared.of(kernel, type).inPlaceOf(0);
  }

  private static void clip(float[] x, float[] y, float least, float most) {
    Parallel.ranges(
        y.length,
        Broadcast.GRAIN,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            y[i] = Math.min(most, Math.max(least, x[i]));
          }
        });
  }

  /** Any number of operands, taken in one after the other. */
  private static Prepared fold(
      PlanNode node, BinaryOperators.RealFunction real, BinaryOperators.WholeFunction whole) {
    int[] shape = new int[0];
    for (int i = 0; i < node.inputCount(); i++) {
      shape = Shapes.broadcast(shape, node.input(i).shape());
    }
    int operands = node.inputCount();
    Broadcast[] walks = new Broadcast[operands];
    for (int i = 0; i < operands; i++) {
      walks[i] = Broadcast.of(shape, node.input(i).shape());
    }
    Kernel kernel =
        frame -> {
          for (int i = 0; i < operands; i++) {
            take(walks[i], frame.input(i), frame.output(0), i == 0, real, whole);
          }
        };
    return Prepared.of(kernel, node.first().type(), shape);
  }

  private static void take(
      Broadcast walk,
      Tensor operand,
      Tensor result,
      boolean first,
      BinaryOperators.RealFunction real,
      BinaryOperators.WholeFunction whole) {
    int step = walk.step(0);
    walk.rows(
        (offsets, to, length) -> {
          for (int i = 0; i < length; i++) {
            int from = offsets[0] + i * step;
            if (result.real()) {
              float value = operand.floats()[from];
              float[] y = result.floats();
              y[to + i] = first ? value : real.at(y[to + i], value);
            } else {
              long value = operand.longs()[from];
              long[] y = result.longs();
              y[to + i] = first ? value : whole.at(y[to + i], value);
            }
          }
        });
  }

  private static Prepared mean(PlanNode node) {
    Prepared sum = fold(node, Float::sum, Long::sum);
    float factor = 1f / node.inputCount();
    Kernel kernel =
        frame -> {
          sum.kernel().run(frame);
          float[] y = frame.output(0).floats();
          for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
          }
        };
    return Prepared.of(kernel, sum.outputs().getFirst());
  }
}
