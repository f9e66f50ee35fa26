package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.datasets.onnx.OnnxAttribute;

/** Resize and Upsample: nearest, linear and cubic, one axis after the other. */
public final class ResizeOperators {
  /** First operator set in which the coordinates can be chosen. */
  private static final long COORDINATES = 11;

  private ResizeOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    return Map.of(
        "Resize",
        Operator.of(
                ResizeOperators::resize,
                "antialias",
                "axes",
                "coordinate_transformation_mode",
                "cubic_coeff_a",
                "exclude_outside",
                "extrapolation_value",
                "keep_aspect_ratio_policy",
                "mode",
                "nearest_mode")
            .refusing(ResizeOperators::refusal),
        "Upsample",
        Operator.of(ResizeOperators::upsample, "mode", "scales")
            .refusing(ResizeOperators::refusal));
  }

  private static @Nullable String refusal(OperatorNode node) {
    String refused = Sampling.of(node, "half_pixel", "round_prefer_floor").refusal();
    if (refused != null) {
      return refused;
    }
    if (node.flag("antialias", false)) {
      return "antialias is not implemented; export without it";
    }
    return node.text("keep_aspect_ratio_policy", "stretch").equals("stretch")
        ? null
        : "keep_aspect_ratio_policy other than stretch is not implemented";
  }

  private static Prepared upsample(PlanNode node) {
    int[] shape = node.input(0).shape();
    Tensor given = node.optionalConstant(1);
    double[] scales = new double[shape.length];
    int[] result = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      scales[axis] = given == null ? attributeScale(node, axis) : given.floats()[axis];
      result[axis] = (int) Math.floor(shape[axis] * scales[axis]);
    }
    return prepare(node, result, scales, Sampling.of(node, "asymmetric", "floor"));
  }

  private static double attributeScale(PlanNode node, int axis) {
    if (node.onnx().attributes().get("scales") instanceof OnnxAttribute.Reals reals) {
      return reals.values().get(axis);
    }
    throw new IllegalArgumentException("scales are missing");
  }

  private static Prepared resize(PlanNode node) {
    int[] shape = node.input(0).shape();
    boolean old = node.opset() < COORDINATES;
    int[] axes = node.ints("axes", IntStream.range(0, shape.length).toArray());
    Tensor factors = node.optionalConstant(old ? 1 : 2);
    Tensor sizes = old ? null : node.optionalConstant(3);
    int[] result = shape.clone();
    double[] scales = new double[shape.length];
    Arrays.fill(scales, 1);
    for (int i = 0; i < axes.length; i++) {
      int axis = Shapes.axis(axes[i], shape.length);
      if (factors != null && factors.elements() > 0) {
        scales[axis] = factors.floats()[i];
        result[axis] = (int) Math.floor(shape[axis] * scales[axis]);
      } else if (sizes != null && sizes.elements() > 0) {
        result[axis] = Math.toIntExact(sizes.longs()[i]);
        scales[axis] = (double) result[axis] / shape[axis];
      } else {
        throw new IllegalArgumentException("neither scales nor sizes are given");
      }
    }
    Sampling sampling =
        Sampling.of(node, old ? "asymmetric" : "half_pixel", old ? "floor" : "round_prefer_floor");
    return prepare(node, result, scales, sampling);
  }

  private static Prepared prepare(PlanNode node, int[] result, double[] scales, Sampling sampling) {
    int[] shape = node.input(0).shape();
    int[] resized =
        IntStream.range(0, shape.length)
            .filter(axis -> shape[axis] != result[axis] || scales[axis] != 1)
            .toArray();
    if (resized.length == 0) {
      return Prepared.alias(node.first().type(), shape);
    }
    Sampling.Taps[] taps = new Sampling.Taps[resized.length];
    for (int i = 0; i < resized.length; i++) {
      int axis = resized[i];
      taps[i] = sampling.taps(shape[axis], result[axis], scales[axis]);
    }
    boolean real = node.first().real();
    Kernel kernel =
        frame -> {
          if (real) {
            pass(frame.input(0).floats(), frame.output(0).floats(), shape, resized, taps);
          } else {
            wholes(frame, shape, resized, taps);
          }
        };
    return Prepared.of(kernel, node.first().type(), result);
  }

  private static void wholes(Frame frame, int[] shape, int[] resized, Sampling.Taps[] taps) {
    long[] x = frame.input(0).longs();
    long[] y = frame.output(0).longs();
    float[] from = new float[x.length];
    float[] to = new float[y.length];
    for (int i = 0; i < x.length; i++) {
      from[i] = x[i];
    }
    pass(from, to, shape, resized, taps);
    for (int i = 0; i < y.length; i++) {
      y[i] = (long) to[i];
    }
  }

  private static void pass(float[] x, float[] y, int[] shape, int[] resized, Sampling.Taps[] taps) {
    float[] values = x;
    int[] current = shape.clone();
    for (int i = 0; i < resized.length; i++) {
      int[] next = current.clone();
      next[resized[i]] = taps[i].count();
      float[] target = i == resized.length - 1 ? y : new float[Shapes.elements(next)];
      along(values, target, current, resized[i], taps[i]);
      values = target;
      current = next;
    }
  }

  private static void along(float[] x, float[] y, int[] shape, int axis, Sampling.Taps taps) {
    int extent = shape[axis];
    int count = taps.count();
    int inner = Shapes.elements(shape, axis + 1, shape.length);
    int outer = Shapes.elements(shape, 0, axis);
    Parallel.ranges(
        outer,
        Math.max(1, Broadcast.GRAIN / (count * inner)),
        (from, to) -> {
          for (int o = from; o < to; o++) {
            if (inner == 1) {
              line(x, o * extent, y, o * count, taps);
            } else {
              lines(x, o * extent * inner, y, o * count * inner, inner, taps);
            }
          }
        });
  }

  /** Neighbours along the axis lie side by side. */
  private static void line(float[] x, int source, float[] y, int target, Sampling.Taps taps) {
    int[] first = taps.indices()[0];
    if (taps.indices().length == 1) {
      for (int i = 0; i < first.length; i++) {
        y[target + i] = x[source + first[i]];
      }
      return;
    }
    for (int i = 0; i < first.length; i++) {
      float sum = 0;
      for (int t = 0; t < taps.indices().length; t++) {
        sum += taps.weights()[t][i] * x[source + taps.indices()[t][i]];
      }
      y[target + i] = sum;
    }
  }

  /** Neighbours along the axis are blocks. */
  private static void lines(
      float[] x, int source, float[] y, int target, int inner, Sampling.Taps taps) {
    for (int i = 0; i < taps.count(); i++) {
      int to = target + i * inner;
      if (taps.indices().length == 1) {
        System.arraycopy(x, source + taps.indices()[0][i] * inner, y, to, inner);
        continue;
      }
      Arrays.fill(y, to, to + inner, 0);
      for (int t = 0; t < taps.indices().length; t++) {
        float weight = taps.weights()[t][i];
        int from = source + taps.indices()[t][i] * inner;
        for (int k = 0; k < inner; k++) {
          y[to + k] += weight * x[from + k];
        }
      }
    }
  }
}
