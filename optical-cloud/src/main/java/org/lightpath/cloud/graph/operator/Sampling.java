package org.lightpath.cloud.graph.operator;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Resize takes the elements of a new axis from.
 *
 * @param coordinates coordinate_transformation_mode: how a new coordinate becomes an old one
 * @param rounding nearest_mode
 * @param mode nearest, linear or cubic
 * @param cubic coefficient a of the cubic convolution (Keys 1981)
 * @param excluding whether taps outside of the old axis are left out and the others scaled up
 */
record Sampling(String coordinates, String rounding, String mode, double cubic, boolean excluding) {
  private static final Set<String> MODES = Set.of("nearest", "linear", "cubic");
  private static final Set<String> COORDINATES =
      Set.of(
          "half_pixel",
          "half_pixel_symmetric",
          "pytorch_half_pixel",
          "tf_half_pixel_for_nn",
          "align_corners",
          "asymmetric");
  private static final Set<String> ROUNDINGS =
      Set.of("round_prefer_floor", "round_prefer_ceil", "floor", "ceil");

  /** Taps of the cubic convolution. */
  private static final int CUBIC_TAPS = 4;

  static Sampling of(OperatorNode node, String coordinates, String rounding) {
    return new Sampling(
        node.text("coordinate_transformation_mode", coordinates),
        node.text("nearest_mode", rounding),
        node.text("mode", "nearest"),
        node.real("cubic_coeff_a", -0.75f),
        node.flag("exclude_outside", false));
  }

  /** What is not implemented, null if everything is. */
  @Nullable String refusal() {
    if (!MODES.contains(mode)) {
      return "mode \"%s\" is not implemented; known are %s".formatted(mode, MODES);
    }
    if (!COORDINATES.contains(coordinates)) {
      return "coordinate_transformation_mode \"%s\" is not implemented; known are %s"
          .formatted(coordinates, COORDINATES);
    }
    return ROUNDINGS.contains(rounding)
        ? null
        : "nearest_mode \"%s\" is not implemented; known are %s".formatted(rounding, ROUNDINGS);
  }

  /**
   * A new element i is Σ_t weights[t][i]·x[indices[t][i]].
   *
   * @param indices by tap and new element
   * @param weights by tap and new element
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Taps(int[][] indices, float[][] weights) {
    /** Number of new elements. */
    int count() {
      return indices[0].length;
    }
  }

  /**
   * Sources along an axis.
   *
   * @param from old extent
   * @param to new extent
   * @param scale new over old
   */
  Taps taps(int from, int to, double scale) {
    int taps = mode.equals("nearest") ? 1 : mode.equals("linear") ? 2 : CUBIC_TAPS;
    Taps result = new Taps(new int[taps][to], new float[taps][to]);
    for (int x = 0; x < to; x++) {
      double original = original(x, from, to, scale);
      if (taps == 1) {
        result.indices[0][x] = Math.clamp(nearest(original), 0, from - 1);
        result.weights[0][x] = 1;
      } else {
        place(result, x, original, from);
      }
    }
    return result;
  }

  private void place(Taps result, int x, double original, int from) {
    int taps = result.indices.length;
    int first = (int) Math.floor(original) - (taps / 2 - 1);
    double[] weights = new double[taps];
    double sum = 0;
    for (int t = 0; t < taps; t++) {
      boolean outside = first + t < 0 || first + t >= from;
      double distance = Math.abs(original - (first + t));
      weights[t] = excluding && outside ? 0 : taps == 2 ? 1 - distance : cubicWeight(distance);
      sum += weights[t];
    }
    for (int t = 0; t < taps; t++) {
      result.indices[t][x] = Math.clamp(first + t, 0, from - 1);
      result.weights[t][x] = (float) (weights[t] / sum);
    }
  }

  private double cubicWeight(double d) {
    return d <= 1
        ? ((cubic + 2) * d - (cubic + 3)) * d * d + 1
        : ((cubic * d - 5 * cubic) * d + 8 * cubic) * d - 4 * cubic;
  }

  private double original(int x, int from, int to, double scale) {
    return switch (coordinates) {
      case "half_pixel" -> (x + 0.5) / scale - 0.5;
      case "pytorch_half_pixel" -> to > 1 ? (x + 0.5) / scale - 0.5 : 0;
      case "tf_half_pixel_for_nn" -> (x + 0.5) / scale;
      case "align_corners" -> to > 1 ? x * (from - 1.0) / (to - 1) : 0;
      case "half_pixel_symmetric" ->
          from / 2.0 * (1 - to / (scale * from)) + (x + 0.5) / scale - 0.5;
      default -> x / scale;
    };
  }

  private int nearest(double x) {
    return (int)
        switch (rounding) {
          case "round_prefer_floor" -> Math.ceil(x - 0.5);
          case "round_prefer_ceil" -> Math.floor(x + 0.5);
          case "ceil" -> Math.ceil(x);
          default -> Math.floor(x);
        };
  }
}
