package org.lightpath.fiber;

import org.lightpath.core.field.Precision;

/** Tolerances of results that are exact but for rounding. */
public final class Rounding {
  private Rounding() {}

  /**
   * Bound on the relative L2 error of a chain of transforms and phase factors.
   *
   * <p>One transform of N points errs by at most about 4u·log₂N in the L2 norm (Higham, Accuracy
   * and Stability of Numerical Algorithms, section 24.1); a phase factor of an angle φ by uφ from
   * the rounding of φ, and a few u from cos and sin.
   *
   * @param transforms number of transforms in a row
   * @param samples N
   * @param largestPhase sum of the largest angles [rad]
   */
  public static double of(Precision precision, int transforms, int samples, double largestPhase) {
    double log = Math.log(samples) / Math.log(2);
    return precision.unitRoundoff() * (transforms * (4 * log + 8) + 4 * largestPhase);
  }
}
