package org.lightpath.validation;

import org.lightpath.core.plan.StepPlan;

/**
 * Equal steps behind a gentle start: h_i ∝ min(1, q rⁱ).
 *
 * <p>To first order in γ the symmetric scheme is the midpoint rule for the integrals of e^((jΔβ −
 * α)z) that four-wave mixing is made of. By Euler and Maclaurin its error, −h²/24 times the
 * difference of the derivatives at both ends, comes from the ends alone, and with loss from the
 * beginning: there short steps pay, and a few are enough.
 */
final class GradedSteps {
  /** q: first step over the longest. */
  static final double FIRST = 1.0 / 3;

  /** r: growth from step to step; 23 steps until the longest is reached. */
  static final double GROWTH = 1.05;

  private GradedSteps() {}

  static StepPlan plan(double length, int steps) {
    double[] lengths = new double[steps];
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      lengths[i] = Math.min(1, FIRST * Math.pow(GROWTH, i));
      sum += lengths[i];
    }
    for (int i = 0; i < steps; i++) {
      lengths[i] *= length / sum;
    }
    return StepPlan.of(
        "%d steps, the first a third of the longest, growing by 5 %%".formatted(steps), lengths);
  }
}
