package org.lightpath.aparapi.internal;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.rounding.UnitRounding;

/**
 * What the rounding of all transfer functions but the last does to each bin over a stretch, in
 * single precision: the same errors are applied in every step, and the last one takes them back.
 */
final class LostRounding {
  private final double[] size;
  private final double[] phase;

  /**
   * Adds up the errors.
   *
   * @param divisor what the functions are divided by before they are rounded
   */
  LostRounding(PropagationPlan plan, double divisor) {
    boolean rounded = plan.precision() == Precision.SINGLE;
    int n = plan.shape().samples();
    int rows = plan.dispersion().rows();
    this.size = new double[rounded ? rows * n : 0];
    this.phase = new double[rounded ? rows * n : 0];
    if (rounded) {
      Map<Double, Integer> uses = new HashMap<>();
      for (int s = 0; s < plan.steps().steps(); s++) {
        uses.merge(plan.linearLength(s), 1, Integer::sum);
      }
      uses.forEach((length, times) -> add(plan, length, times, divisor));
    }
  }

  private void add(PropagationPlan plan, double length, int times, double divisor) {
    int n = plan.shape().samples();
    float[] stored = new float[2];
    for (int row = 0; row < plan.dispersion().rows(); row++) {
      for (int k = 0; k < n; k++) {
        double angle = -plan.dispersion().beta(row, k) * length;
        double re = Math.cos(angle);
        double im = Math.sin(angle);
        UnitRounding.round(re / divisor, im / divisor, stored, 0, 1);
        double errorRe = re - stored[0] * divisor;
        double errorIm = im - stored[1] * divisor;
        size[row * n + k] += times * (errorRe * re + errorIm * im);
        phase[row * n + k] += times * (errorIm * re - errorRe * im);
      }
    }
  }

  /** Relative size that a bin has lost. */
  double size(int bin) {
    return size.length == 0 ? 0 : size[bin];
  }

  /** Angle that a bin has lost [rad]. */
  double phase(int bin) {
    return phase.length == 0 ? 0 : phase[bin];
  }
}
