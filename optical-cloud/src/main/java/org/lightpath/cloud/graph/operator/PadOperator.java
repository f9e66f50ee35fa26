package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/** Pad: more elements, or with negative numbers fewer, before and after every axis. */
public final class PadOperator {
  /** Elements outside, where they are a constant. */
  private static final int OUTSIDE = -1;

  private PadOperator() {}

  /** The operator by name. */
  public static Map<String, Operator> all() {
    return Map.of(
        "Pad",
        Operator.of(PadOperator::prepare, "mode", "pads", "value").refusing(PadOperator::refusal));
  }

  private static @Nullable String refusal(OperatorNode node) {
    String mode = node.text("mode", "constant");
    return switch (mode) {
      case "constant", "reflect", "edge", "wrap" -> null;
      default -> "mode \"" + mode + "\" is not implemented";
    };
  }

  private static Prepared prepare(PlanNode node) {
    int[] shape = node.input(0).shape();
    long[] pads = all(node, shape.length);
    String mode = node.text("mode", "constant");
    int[] result = new int[shape.length];
    int[][] sources = new int[shape.length][];
    for (int axis = 0; axis < shape.length; axis++) {
      result[axis] = (int) (shape[axis] + pads[axis] + pads[shape.length + axis]);
      sources[axis] = new int[Math.max(0, result[axis])];
      for (int i = 0; i < result[axis]; i++) {
        sources[axis][i] = source((int) (i - pads[axis]), shape[axis], mode);
      }
    }
    float attribute = node.real("value", 0);
    boolean given = node.hasInput(2);
    Kernel kernel =
        frame -> {
          Tensor value = given ? frame.input(2) : null;
          copy(frame, new int[][] {shape, result}, sources, value, attribute);
        };
    return Prepared.of(kernel, node.first().type(), result);
  }

  private static long[] all(PlanNode node, int rank) {
    long[] pads = node.wholes("pads", 1);
    if (pads == null) {
      throw new IllegalArgumentException("pads are missing");
    }
    Tensor axes = node.optionalConstant(3);
    if (axes == null) {
      return pads;
    }
    long[] result = new long[2 * rank];
    int count = axes.elements();
    for (int i = 0; i < count; i++) {
      int axis = Shapes.axis(axes.longs()[i], rank);
      result[axis] = pads[i];
      result[rank + axis] = pads[count + i];
    }
    return result;
  }

  private static int source(int index, int extent, String mode) {
    if (index >= 0 && index < extent) {
      return index;
    }
    return switch (mode) {
      case "edge" -> index < 0 ? 0 : extent - 1;
      case "wrap" -> Math.floorMod(index, extent);
      case "reflect" -> {
        int period = Math.max(1, 2 * (extent - 1));
        int folded = Math.floorMod(index, period);
        yield folded < extent ? folded : period - folded;
      }
      default -> OUTSIDE;
    };
  }

  private static void copy(
      Frame frame, int[][] shapes, int[][] sources, @Nullable Tensor value, float attribute) {
    Tensor x = frame.input(0);
    Tensor y = frame.output(0);
    int[] strides = Shapes.strides(shapes[0]);
    int[] result = shapes[1];
    int last = result.length - 1;
    int width = result[last];
    float real = value != null && value.real() ? value.floats()[0] : attribute;
    long whole = value != null && !value.real() ? value.longs()[0] : 0;
    Parallel.ranges(
        width == 0 ? 0 : y.elements() / width,
        Math.max(1, Broadcast.GRAIN / Math.max(1, width)),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int start = start(row, result, sources, strides);
            if (x.real()) {
              line(x.floats(), y.floats(), new int[] {start, row * width}, sources[last], real);
            } else {
              line(x.longs(), y.longs(), new int[] {start, row * width}, sources[last], whole);
            }
          }
        });
  }

  private static int start(int row, int[] result, int[][] sources, int[] strides) {
    int rest = row;
    int start = 0;
    for (int axis = result.length - 2; axis >= 0; axis--) {
      int source = sources[axis][rest % result[axis]];
      rest /= result[axis];
      if (source == OUTSIDE) {
        return OUTSIDE;
      }
      start += source * strides[axis];
    }
    return start;
  }

  private static void line(float[] x, float[] y, int[] at, int[] sources, float value) {
    if (at[0] == OUTSIDE) {
      Arrays.fill(y, at[1], at[1] + sources.length, value);
      return;
    }
    for (int i = 0; i < sources.length; i++) {
      y[at[1] + i] = sources[i] == OUTSIDE ? value : x[at[0] + sources[i]];
    }
  }

  private static void line(long[] x, long[] y, int[] at, int[] sources, long value) {
    for (int i = 0; i < sources.length; i++) {
      boolean outside = at[0] == OUTSIDE || sources[i] == OUTSIDE;
      y[at[1] + i] = outside ? value : x[at[0] + sources[i]];
    }
  }
}
