package org.lightpath.cloud.graph.operator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.parallel.Parallel;

/** Normalisations: y = (x − μ)·g + b over groups of elements that lie side by side. */
public final class NormOperators {
  private NormOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put(
        "BatchNormalization",
        Operator.of(NormOperators::batch, "epsilon", "momentum", "spatial", "training_mode")
            .refusing(NormOperators::trains));
    all.put("InstanceNormalization", Operator.of(NormOperators::instance, "epsilon"));
    all.put(
        "GroupNormalization",
        Operator.of(NormOperators::group, "epsilon", "num_groups", "stash_type"));
    all.put(
        "LayerNormalization", Operator.of(NormOperators::layer, "axis", "epsilon", "stash_type"));
    all.put(
        "RMSNormalization",
        Operator.of(NormOperators::rootMeanSquare, "axis", "epsilon", "stash_type"));
    all.put("LpNormalization", Operator.of(LocalNormOperators::lengths, "axis", "p"));
    all.put("LRN", Operator.of(LocalNormOperators::local, "alpha", "beta", "bias", "size"));
    all.put("MeanVarianceNormalization", Operator.of(LocalNormOperators::meanVariance, "axes"));
    return all;
  }

  private static @Nullable String trains(OperatorNode node) {
    return node.flag("training_mode", false) || !node.flag("spatial", true)
        ? "training_mode=1 and spatial=0 are not implemented; export the model in inference mode"
        : null;
  }

  private static Prepared batch(PlanNode node) {
    int[] shape = node.input(0).shape();
    int channels = shape[1];
    int size = Shapes.elements(shape, 2, shape.length);
    float epsilon = node.real("epsilon", 1e-5f);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          float[][] parts = new float[4][];
          for (int i = 0; i < 4; i++) {
            parts[i] = frame.input(i + 1).floats();
          }
          Parallel.ranges(
              shape[0] * channels,
              Math.max(1, Broadcast.GRAIN / size),
              (from, to) -> {
                for (int plane = from; plane < to; plane++) {
                  int c = plane % channels;
                  float gain = (float) (parts[0][c] / Math.sqrt(parts[3][c] + epsilon));
                  affine(x, y, plane * size, size, gain, parts[1][c] - parts[2][c] * gain);
                }
              });
        };
    return Prepared.of(kernel, node.first()).inPlaceOf(0);
  }

  private static void affine(float[] x, float[] y, int from, int size, float gain, float offset) {
    for (int i = from; i < from + size; i++) {
      y[i] = x[i] * gain + offset;
    }
  }

  /**
   * Mean and 1/√(σ² + ε) of neighbouring elements, in binary64, by two passes.
   *
   * @param mean μ
   * @param scale 1/√(σ² + ε)
   */
  record Moments(float mean, float scale) {
    static Moments of(float[] x, int from, int size, float epsilon) {
      double mean = sum(x, from, size) / size;
      return new Moments(
          (float) mean,
          (float) (1 / Math.sqrt(squares(x, from, size, (float) mean) / size + epsilon)));
    }
  }

  /** Sum by four partial sums, so that an addition need not wait for the one before. */
  static double sum(float[] x, int from, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= from + size; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < from + size; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Sum of (x − m)². */
  static double squares(float[] x, int from, int size, double m) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= from + size; i += 4) {
      double d0 = x[i] - m;
      double d1 = x[i + 1] - m;
      double d2 = x[i + 2] - m;
      double d3 = x[i + 3] - m;
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < from + size; i++) {
      double d = x[i] - m;
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static Prepared instance(PlanNode node) {
    int[] shape = node.input(0).shape();
    int channels = shape[1];
    return channelGroups(node, channels, channels);
  }

  /** Scale and bias for each group up to operator set 20, for each channel since. */
  private static Prepared group(PlanNode node) {
    int groups = (int) node.whole("num_groups", 1);
    return channelGroups(node, groups, node.input(1).elements());
  }

  private static Prepared channelGroups(PlanNode node, int groups, int factors) {
    int[] shape = node.input(0).shape();
    int channels = shape[1];
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "%d channels do not divide into %d groups".formatted(channels, groups));
    }
    int size = Shapes.elements(shape, 2, shape.length);
    int perGroup = channels / groups;
    int perFactor = channels / factors;
    float epsilon = node.real("epsilon", 1e-5f);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          float[] scale = frame.input(1).floats();
          float[] bias = frame.input(2).floats();
          Parallel.ranges(
              shape[0] * groups,
              Math.max(1, Broadcast.GRAIN / 2 / (size * perGroup)),
              (from, to) -> {
                for (int block = from; block < to; block++) {
                  int start = block * perGroup * size;
                  Moments moments = Moments.of(x, start, perGroup * size, epsilon);
                  for (int c = 0; c < perGroup; c++) {
                    int factor = (block % groups * perGroup + c) / perFactor;
                    float gain = scale[factor] * moments.scale;
                    float offset = bias[factor] - moments.mean * gain;
                    affine(x, y, start + c * size, size, gain, offset);
                  }
                }
              });
        };
    return Prepared.of(kernel, node.first()).inPlaceOf(0);
  }

  private static Prepared layer(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", -1), shape.length);
    int size = Shapes.elements(shape, axis, shape.length);
    int rows = Shapes.elements(shape, 0, axis);
    float epsilon = node.real("epsilon", 1e-5f);
    int[] moments = shape.clone();
    java.util.Arrays.fill(moments, axis, shape.length, 1);
    Broadcast scales = suffix(node, 1, shape, axis);
    Broadcast biases = node.hasInput(2) ? suffix(node, 2, shape, axis) : scales;
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          float[][] factors = {
            spread(frame, 1, scales, size),
            node.hasInput(2) ? spread(frame, 2, biases, size) : new float[size]
          };
          Parallel.ranges(
              rows,
              Math.max(1, Broadcast.GRAIN / 2 / size),
              (from, to) -> {
                for (int row = from; row < to; row++) {
                  Moments found = Moments.of(x, row * size, size, epsilon);
                  normalise(x, y, row * size, found, factors);
                  if (node.hasOutput(1)) {
                    frame.output(1).floats()[row] = found.mean;
                  }
                  if (node.hasOutput(2)) {
                    frame.output(2).floats()[row] = found.scale;
                  }
                }
              });
        };
    TensorType type = node.first();
    TensorType reduced = new TensorType(type.type(), moments);
    return Prepared.of(kernel, type, reduced, reduced).inPlaceOf(0);
  }

  private static Broadcast suffix(PlanNode node, int input, int[] shape, int axis) {
    return Broadcast.of(
        java.util.Arrays.copyOfRange(shape, axis, shape.length), node.input(input).shape());
  }

  /** A factor for each element of a row, copied only if it is broadcast. */
  private static float[] spread(Frame frame, int input, Broadcast broadcast, int size) {
    float[] values = frame.input(input).floats();
    if (values.length == size) {
      return values;
    }
    float[] result = new float[size];
    broadcast.rows(
        (offsets, to, length) -> {
          for (int i = 0; i < length; i++) {
            result[to + i] = values[offsets[0] + i * broadcast.step(0)];
          }
        });
    return result;
  }

  private static void normalise(
      float[] x, float[] y, int from, Moments moments, float[][] factors) {
    float[] scale = factors[0];
    float[] bias = factors[1];
    float mean = moments.mean;
    float inverse = moments.scale;
    for (int i = 0; i < scale.length; i++) {
      y[from + i] = (x[from + i] - mean) * inverse * scale[i] + bias[i];
    }
  }

  private static Prepared rootMeanSquare(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", -1), shape.length);
    int size = Shapes.elements(shape, axis, shape.length);
    int rows = Shapes.elements(shape, 0, axis);
    float epsilon = node.real("epsilon", 1e-5f);
    Broadcast scales = suffix(node, 1, shape, axis);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          float[][] factors = {spread(frame, 1, scales, size), new float[size]};
          Parallel.ranges(
              rows,
              Math.max(1, Broadcast.GRAIN / 2 / size),
              (from, to) -> {
                for (int row = from; row < to; row++) {
                  double power = squares(x, row * size, size, 0) / size;
                  Moments found = new Moments(0, (float) (1 / Math.sqrt(power + epsilon)));
                  normalise(x, y, row * size, found, factors);
                }
              });
        };
    return Prepared.of(kernel, node.first()).inPlaceOf(0);
  }
}
