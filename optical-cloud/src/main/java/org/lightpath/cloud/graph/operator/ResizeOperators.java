package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/**
 * Resize and Upsample, nearest and linear, one axis after the other: along an axis a new element is
 * the weighted sum of two old ones (nearest: of one).
 */
public final class ResizeOperators {
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
    String mode = node.text("mode", "nearest");
    String coordinates = node.text("coordinate_transformation_mode", "half_pixel");
    if (!mode.equals("nearest") && !mode.equals("linear")) {
      return "mode \"" + mode + "\" is not implemented; known are nearest and linear";
    }
    if (coordinates.equals("tf_crop_and_resize")) {
      return "coordinate_transformation_mode \"tf_crop_and_resize\" is not implemented";
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
    for (int axis = 0; axis < shape.length; axis++) {
      scales[axis] = given == null ? attributeScale(node, axis) : given.floats()[axis];
    }
    int[] result = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      result[axis] = (int) Math.floor(shape[axis] * scales[axis]);
    }
    String mode = node.text("mode", "nearest");
    return prepare(node, result, scales, new Sampling("asymmetric", "floor", mode));
  }

  private static double attributeScale(PlanNode node, int axis) {
    if (node.onnx().attributes().get("scales")
        instanceof org.lightpath.datasets.onnx.OnnxAttribute.Reals reals) {
      return reals.values().get(axis);
    }
    throw new IllegalArgumentException("scales are missing");
  }

  private static Prepared resize(PlanNode node) {
    int[] shape = node.input(0).shape();
    boolean old = node.opset() < 11;
    int[] axes = node.ints("axes", java.util.stream.IntStream.range(0, shape.length).toArray());
    int scalesInput = old ? 1 : 2;
    Tensor factors = node.optional(scalesInput) == null ? null : node.constant(scalesInput);
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
        new Sampling(
            node.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel"),
            node.text("nearest_mode", old ? "floor" : "round_prefer_floor"),
            node.text("mode", "nearest"));
    return prepare(node, result, scales, sampling);
  }

  /**
   * How a new coordinate becomes an old one.
   *
   * @param coordinates coordinate_transformation_mode
   * @param rounding nearest_mode
   * @param mode nearest or linear
   */
  private record Sampling(String coordinates, String rounding, String mode) {
    double original(int x, int from, int to, double scale) {
      return switch (coordinates) {
        case "half_pixel" -> (x + 0.5) / scale - 0.5;
        case "pytorch_half_pixel" -> to > 1 ? (x + 0.5) / scale - 0.5 : 0;
        case "align_corners" -> to > 1 ? x * (from - 1.0) / (to - 1) : 0;
        case "asymmetric" -> x / scale;
        case "half_pixel_symmetric" -> {
          double center = from / 2.0;
          double offset = center * (1 - to / (scale * from));
          yield offset + (x + 0.5) / scale - 0.5;
        }
        default ->
            throw new IllegalArgumentException(
                "coordinate_transformation_mode \"" + coordinates + "\" is not implemented");
      };
    }

    int nearest(double x) {
      return (int)
          switch (rounding) {
            case "round_prefer_floor" -> Math.ceil(x - 0.5);
            case "round_prefer_ceil" -> Math.floor(x + 0.5);
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            default ->
                throw new IllegalArgumentException(
                    "nearest_mode \"" + rounding + "\" is not implemented");
          };
    }

    Taps taps(int from, int to, double scale) {
      int[] low = new int[to];
      int[] high = new int[to];
      float[] weight = new float[to];
      for (int x = 0; x < to; x++) {
        double original = original(x, from, to, scale);
        if (mode.equals("nearest")) {
          low[x] = Math.clamp(nearest(original), 0, from - 1);
          high[x] = low[x];
        } else {
          double inside = Math.clamp(original, 0, from - 1);
          low[x] = (int) Math.floor(inside);
          high[x] = Math.min(from - 1, low[x] + 1);
          weight[x] = (float) (inside - low[x]);
        }
      }
      return new Taps(low, high, weight);
    }
  }

  /**
   * Sources of the elements along an axis: (1 − w)·x[low] + w·x[high].
   *
   * @param low first source
   * @param high second source
   * @param weight w
   */
  private record Taps(int[] low, int[] high, float[] weight) {}

  private static Prepared prepare(
      PlanNode node, int[] result, double[] scales, Sampling sampling) {
    int[] shape = node.input(0).shape();
    int[] resized =
        java.util.stream.IntStream.range(0, shape.length)
            .filter(axis -> shape[axis] != result[axis] || scales[axis] != 1)
            .toArray();
    if (resized.length == 0) {
      return Prepared.alias(node.first().type(), shape);
    }
    Taps[] taps = new Taps[shape.length];
    for (int axis : resized) {
      taps[axis] = sampling.taps(shape[axis], result[axis], scales[axis]);
    }
    boolean whole = !node.first().real();
    Kernel kernel =
        frame -> {
          float[] values = whole ? reals(frame.input(0).longs()) : frame.input(0).floats();
          int[] current = shape.clone();
          for (int i = 0; i < resized.length; i++) {
            int axis = resized[i];
            int[] next = current.clone();
            next[axis] = result[axis];
            boolean last = i == resized.length - 1 && !whole;
            float[] target =
                last ? frame.output(0).floats() : new float[Shapes.elements(next)];
            along(values, target, current, axis, taps[axis]);
            values = target;
            current = next;
          }
          if (whole) {
            for (int i = 0; i < values.length; i++) {
              frame.output(0).longs()[i] = (long) values[i];
            }
          }
        };
    return Prepared.of(kernel, node.first().type(), result);
  }

  private static float[] reals(long[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static void along(float[] x, float[] y, int[] shape, int axis, Taps taps) {
    int extent = shape[axis];
    int count = taps.low.length;
    int inner = Shapes.elements(shape, axis + 1, shape.length);
    int outer = Shapes.elements(shape, 0, axis);
    Parallel.ranges(
        outer,
        Math.max(1, Broadcast.GRAIN / (count * inner)),
        (from, to) -> {
          for (int o = from; o < to; o++) {
            int source = o * extent * inner;
            for (int i = 0; i < count; i++) {
              int target = (o * count + i) * inner;
              float w = taps.weight[i];
              int a = source + taps.low[i] * inner;
              int b = source + taps.high[i] * inner;
              if (w == 0) {
                if (inner == 1) {
                  y[target] = x[a];
                } else {
                  System.arraycopy(x, a, y, target, inner);
                }
                continue;
              }
              for (int k = 0; k < inner; k++) {
                y[target + k] = (1 - w) * x[a + k] + w * x[b + k];
              }
            }
          }
        });
  }
}
