package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.parallel.Parallel;

/**
 * Softmax and its relatives: along one axis since operator set 13, before that over all axes from
 * one to the last together.
 */
public final class SoftmaxOperators {
  /** First operator set in which the axis stands for itself only. */
  private static final long SINGLE_AXIS = 13;

  private SoftmaxOperators() {}

  /** Works on a line of numbers in place. */
  @FunctionalInterface
  private interface Line {
    void apply(float[] values, int from, int to);
  }

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Softmax", Operator.of(node -> lines(node, SoftmaxOperators::softmax), "axis"));
    all.put("LogSoftmax", Operator.of(node -> lines(node, SoftmaxOperators::logSoftmax), "axis"));
    all.put("Hardmax", Operator.of(node -> lines(node, SoftmaxOperators::hardmax), "axis"));
    return all;
  }

  private static Prepared lines(PlanNode node, Line line) {
    int[] shape = node.input(0).shape();
    boolean single = node.opset() >= SINGLE_AXIS;
    int axis = Shapes.axis(node.whole("axis", single ? -1 : 1), shape.length);
    int extent = single ? shape[axis] : Shapes.elements(shape, axis, shape.length);
    int inner = single ? Shapes.elements(shape, axis + 1, shape.length) : 1;
    int count = extent == 0 ? 0 : Shapes.elements(shape) / extent;
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          Parallel.ranges(
              count,
              Math.max(1, Broadcast.GRAIN / 4 / Math.max(1, extent)),
              (from, to) -> {
                if (inner == 1) {
                  contiguous(x, y, extent, line, from, to);
                } else {
                  strided(x, y, new int[] {extent, inner, from, to}, line);
                }
              });
        };
    return Prepared.of(kernel, node.first()).inPlaceOf(0);
  }

  @SuppressWarnings("ReferenceEquality") // in place: the same array
  private static void contiguous(float[] x, float[] y, int extent, Line line, int... range) {
    int start = range[0] * extent;
    int end = range[1] * extent;
    if (x != y) {
      System.arraycopy(x, start, y, start, end - start);
    }
    for (int at = start; at < end; at += extent) {
      line.apply(y, at, at + extent);
    }
  }

  private static void strided(float[] x, float[] y, int[] range, Line line) {
    int extent = range[0];
    int inner = range[1];
    float[] values = new float[extent];
    for (int l = range[2]; l < range[3]; l++) {
      int start = l / inner * extent * inner + l % inner;
      for (int i = 0; i < extent; i++) {
        values[i] = x[start + i * inner];
      }
      line.apply(values, 0, extent);
      for (int i = 0; i < extent; i++) {
        y[start + i * inner] = values[i];
      }
    }
  }

  private static float maximum(float[] values, int from, int to) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }

  private static void softmax(float[] values, int from, int to) {
    float most = maximum(values, from, to);
    for (int i = from; i < to; i++) {
      float difference = values[i] - most;
      values[i] = difference < -87 ? 0 : FloatFunctions.exp(difference);
    }
    float scale = (float) (1 / NormOperators.sum(values, from, to - from));
    for (int i = from; i < to; i++) {
      values[i] *= scale;
    }
  }

  private static void logSoftmax(float[] values, int from, int to) {
    float most = maximum(values, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.exp(values[i] - most);
    }
    float shift = (float) (most + Math.log(sum));
    for (int i = from; i < to; i++) {
      values[i] -= shift;
    }
  }

  private static void hardmax(float[] values, int from, int to) {
    float most = maximum(values, from, to);
    int first = from;
    while (values[first] != most) {
      first++;
    }
    Arrays.fill(values, from, to, 0);
    values[first] = 1;
  }
}
