package org.lightpath.cli.bench;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;

/**
 * What a plain loop of transforms and rotations can do: one stretch of equal steps, without loss or
 * with all of it made up for at the end, so that the loop works on the field without loss.
 */
final class PlainStretch {
  /** Steps and gains that differ by less are equal up to rounding. */
  private static final double ROUNDING = 1e-9;

  private PlainStretch() {}

  /**
   * The stretch.
   *
   * @param who for messages
   * @throws UnsupportedPlanException if there is more to it
   */
  static PropagationPlan of(String who, List<FieldPlan> plans) {
    if (!(plans.getFirst() instanceof PropagationPlan stretch)) {
      throw new UnsupportedPlanException(
          "%s has split steps only, not %s"
              .formatted(who, plans.getFirst().getClass().getSimpleName()));
    }
    for (int i = 1; i < stretch.steps().steps(); i++) {
      if (!equal(stretch.steps().length(i), stretch.steps().length(0))) {
        throw new UnsupportedPlanException("%s has equal steps only".formatted(who));
      }
    }
    double gain = stretch.finalAmplitude() * gain(plans).orElse(Double.NaN);
    if (!equal(gain, 1)) {
      throw new UnsupportedPlanException(
          "%s has no loss, amplifiers or noise beyond one stretch whose loss is made up for"
              .formatted(who));
    }
    return stretch;
  }

  private static Optional<Double> gain(List<FieldPlan> plans) {
    if (plans.size() == 1) {
      return Optional.of(1.0);
    }
    return plans.size() == 2
            && plans.getLast() instanceof GainNoisePlan amplifier
            && amplifier.noiseDeviation() == 0
        ? Optional.of(amplifier.amplitudeGain())
        : Optional.empty();
  }

  private static boolean equal(double a, double b) {
    return Math.abs(a - b) <= ROUNDING * Math.abs(b);
  }

  /** γ c w_i [1/W] of each step: what a power turns a sample by. */
  static double[] coefficients(PropagationPlan stretch) {
    double[] weights = stretch.effectiveLengths();
    double gamma = stretch.nonlinearity().gamma(0) * stretch.nonlinearity().factor();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= gamma;
    }
    return weights;
  }
}
