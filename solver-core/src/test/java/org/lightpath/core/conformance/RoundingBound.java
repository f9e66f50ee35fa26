package org.lightpath.core.conformance;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

/**
 * Largest relative L2 error that rounding may cause against the double-precision reference.
 *
 * <p>u is the unit roundoff. One transform of N points errs by at most about u·(1 + log₂N) for any
 * sane algorithm (Higham, Accuracy and Stability of Numerical Algorithms, section 24.1, gives
 * log₂N·(4+√2)u as worst case; the root mean square is well below). A rotation by an angle φ that
 * is itself rounded errs by u·|φ|. Errors of successive steps are taken to add up linearly: the
 * bound is for systematic errors, the worst kind.
 */
public final class RoundingBound {
  private static final double ROUNDINGS_PER_PRODUCT = 4;

  private RoundingBound() {}

  /**
   * Bound for a plan.
   *
   * @param plan what was run
   * @param peakPower largest power of the input [W], which bounds the nonlinear angle
   */
  public static double relative(FieldPlan plan, double peakPower) {
    double u = plan.precision().unitRoundoff();
    double transform = u * (1 + log2(plan.shape().samples()));
    return switch (plan) {
      case TransformPlan _ -> transform;
      case SpectralFilterPlan _ -> 2 * transform + ROUNDINGS_PER_PRODUCT * u;
      // Normals may differ by a few ulp between engines, then two roundings.
      // A block of 2b modes sums 2b products: no more roundings than the columns it stands for.
      case MeshPlan p -> (p.mesh().columns() + 1) * ROUNDINGS_PER_PRODUCT * u;
      case GainNoisePlan _ -> 2 * ROUNDINGS_PER_PRODUCT * u;
      case PropagationPlan p ->
          p.linearOperations() * (2 * transform + 2 * ROUNDINGS_PER_PRODUCT * u)
              + u * nonlinearAngle(p, peakPower);
    };
  }

  private static double nonlinearAngle(PropagationPlan p, double peakPower) {
    double total = 0;
    for (double w : p.effectiveLengths()) {
      total += Math.abs(w);
    }
    double gamma = 0;
    for (int b = 0; b < p.shape().batch(); b++) {
      gamma = Math.max(gamma, Math.abs(p.nonlinearity().gamma(b)));
    }
    // An error in power turns into an error of angle 2·φ·δ, and dispersion may double the peak.
    return 4 * gamma * p.nonlinearity().factor() * total * peakPower;
  }

  private static double log2(int n) {
    return Math.log(n) / Math.log(2);
  }

  /** Text for a failure: everything needed to judge it. */
  public static String describe(String engine, FieldPlan plan, double error, double bound) {
    Precision precision = plan.precision();
    return "%s, %s, %s: relative L2 error %.3g exceeds the rounding bound %.3g"
            .formatted(engine, plan.getClass().getSimpleName(), plan.shape(), error, bound)
        + " ("
        + precision
        + ", unit roundoff "
        + precision.unitRoundoff()
        + ")";
  }
}
