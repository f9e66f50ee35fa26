package org.lightpath.fiber.step;

import java.util.Locale;
import org.lightpath.core.plan.StepPlan;

/** The arithmetic of the step rules. */
final class StepLengths {
  /** A count of steps is rounded up unless it exceeds a whole number by less than this share. */
  private static final double ROUNDING = 1e-9;

  /** More steps than this in one stretch is a mistake in units, not a wish. */
  private static final int MOST_STEPS = 100_000_000;

  /** First step over the longest, and growth from step to step, of {@link StepRule.Graded}. */
  private static final double GRADED_FIRST = 1.0 / 3;

  private static final double GRADED_GROWTH = 1.05;

  private StepLengths() {}

  static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "step rule: %s is %s, expected a positive number".formatted(what, value));
    }
  }

  static void requireCount(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("step rule: expected at least 1 step, got " + steps);
    }
  }

  static int share(int steps, double share) {
    // A share such as 0.1 of 30 steps must not become 4: neither 0.1 is a binary fraction nor a
    // stretch exactly the difference of its ends.
    return Math.max(1, (int) Math.ceil(steps * share * (1 - ROUNDING)));
  }

  static StepPlan notLongerThan(double length, double step, String rule) {
    // Likewise 50 km in steps of 0.1 km are 500 steps, whatever the rounding of the quotient.
    double count = Math.ceil(length / step * (1 - ROUNDING));
    if (count > MOST_STEPS) {
      throw new IllegalArgumentException(
          "step rule (%s): %.6g m would take %.3g steps, at most %d are possible; allow longer steps"
              .formatted(rule, length, count, MOST_STEPS));
    }
    return StepPlan.uniform(rule, length, Math.max(1, (int) count));
  }

  static StepPlan dispersionLimited(Stretch s, double phase) {
    double curvature = s.fiber().largestCurvature(s.bandwidth());
    double omega = 2 * Math.PI * s.bandwidth();
    double rate = curvature * omega * omega;
    if (!(rate > 0)) {
      return StepPlan.uniform("one step: the fibre has no dispersion", s.length(), 1);
    }
    String rule =
        String.format(
            Locale.ROOT,
            "|β″|(2πB)²h ≤ %s rad with |β″| = %.6g s²/m, B = %.6g GHz",
            phase,
            curvature,
            s.bandwidth() / 1e9);
    return notLongerThan(s.length(), phase / rate, rule);
  }

  static StepPlan logarithmic(Stretch s, int steps) {
    return equalEffectiveLengths(s, steps, "%d steps of equal effective length".formatted(steps));
  }

  static StepPlan nonlinearPhase(Stretch s, double phase) {
    double total = s.nonlinearRate() * s.fiber().effectiveLength(s.length());
    if (total == 0) {
      return StepPlan.uniform("one step: no Kerr effect (γP₀ = 0)", s.length(), 1);
    }
    double count = Math.ceil(total / phase * (1 - ROUNDING));
    String rule =
        String.format(
            Locale.ROOT,
            "γP₀∫e^(−αz)dz ≤ %s rad in each step with γP₀ = %.6g rad/m",
            phase,
            s.nonlinearRate());
    if (count > MOST_STEPS) {
      throw new IllegalArgumentException(
          "step rule (%s): %.6g m would take %.3g steps, at most %d are possible; allow more phase"
              .formatted(rule, s.length(), count, MOST_STEPS));
    }
    return equalEffectiveLengths(s, Math.max(1, (int) count), rule);
  }

  static StepPlan graded(double length, int steps) {
    double[] lengths = new double[steps];
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      lengths[i] = Math.min(1, GRADED_FIRST * Math.pow(GRADED_GROWTH, i));
      sum += lengths[i];
    }
    for (int i = 0; i < steps; i++) {
      lengths[i] *= length / sum;
    }
    return StepPlan.of(
        "%d steps, the first a third of the longest, growing by 5 %%".formatted(steps), lengths);
  }

  /** Step ends z_i = −ln(1 − (i/n)(1 − e^(−αL)))/α, the last one L itself. */
  private static StepPlan equalEffectiveLengths(Stretch s, int steps, String rule) {
    double alpha = s.fiber().attenuation();
    // expm1 and log1p lose αL below the rounding unit; the steps are equal then anyway.
    if (Math.abs(alpha) * s.length() < Math.ulp(1.0)) {
      return StepPlan.uniform(rule + "; no loss, so equal steps", s.length(), steps);
    }
    double absorbed = Math.expm1(-alpha * s.length());
    double[] lengths = new double[steps];
    double begin = 0;
    for (int i = 0; i < steps; i++) {
      double end = i == steps - 1 ? s.length() : -Math.log1p(absorbed * (i + 1) / steps) / alpha;
      lengths[i] = end - begin;
      begin = end;
    }
    return StepPlan.of(rule, lengths);
  }
}
