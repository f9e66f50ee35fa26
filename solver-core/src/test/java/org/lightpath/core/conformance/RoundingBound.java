package org.lightpath.core.conformance;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
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
      case GnlsePlan p -> generalised(p, peakPower, steps(p));
      // Normals may differ by a few ulp between engines, then two roundings.
      // A block of 2b modes sums 2b products: no more roundings than the columns it stands for.
      case MeshPlan p -> (p.mesh().columns() + 1) * ROUNDINGS_PER_PRODUCT * u;
      case GainNoisePlan _ -> 2 * ROUNDINGS_PER_PRODUCT * u;
      case PropagationPlan p ->
          p.linearOperations() * (2 * transform + 2 * ROUNDINGS_PER_PRODUCT * u)
              + u * nonlinearAngle(p, peakPower);
    };
  }

  private static long steps(GnlsePlan p) {
    return switch (p.steps()) {
      case GnlseSteps.Planned planned -> planned.steps().steps();
      case GnlseSteps.Adaptive _ ->
          throw new IllegalArgumentException("adaptive steps: give the steps that were taken");
    };
  }

  /**
   * Bound for the generalised equation: a spectral bin is rounded in every pass of a step and
   * turned by β h/2 twice; the nonlinear term, with the transforms' errors, weighs γ P L s(ω) R(ω).
   */
  static double generalised(GnlsePlan p, double peakPower, long steps) {
    double u = p.precision().unitRoundoff();
    double transform = u * (1 + log2(p.shape().samples()));
    double gamma = 0;
    for (int b = 0; b < p.shape().batch(); b++) {
      gamma = Math.max(gamma, Math.abs(p.nonlinearity().gamma(b)));
    }
    double gain = 0;
    for (int k = 0; k < p.nonlinearity().bins(); k++) {
      double response = Math.hypot(p.nonlinearity().totalRe(k), p.nonlinearity().totalIm(k));
      gain = Math.max(gain, Math.abs(p.nonlinearity().steepening().value(k)) * response);
    }
    double angle = gamma * gain * peakPower * p.steps().length();
    // As for the symmetric split step: an error in power turns into twice one of the angle.
    double conditioning = 1 + 4 * angle;
    return conditioning
        * (2 * transform
            + steps * 6 * ROUNDINGS_PER_PRODUCT * u
            + angle * (p.transformsOfEvaluation() * transform + 4 * ROUNDINGS_PER_PRODUCT * u));
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
