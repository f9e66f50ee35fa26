package org.lightpath.core.plan;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Propagation by the generalised nonlinear Schrödinger equation (GNLSE) through one uniform
 * stretch, one mode, with the sign family e^(j(ωt−βz)):
 *
 * <p>∂Ã/∂z = −(α/2 + jβ(ω)) Ã − jγ s(ω) F{ A · [(1 − f_R) |A|² + f_R h_R ∗ |A|²] }.
 *
 * <p>The engine works on the loss-free field U = A e^(αz/2), whose nonlinear coefficient is γ
 * e^(−αz), in the interaction picture: fourth-order Runge–Kutta, where the linear part is exact.
 * With N(z, U) the nonlinear term and E = exp(−jβh/2), a step from z is
 *
 * <pre>
 * V  = E U                    k₁ = E N(z, U)
 * k₂ = N(z+h/2, V + h/2 k₁)   k₃ = N(z+h/2, V + h/2 k₂)
 * k₄ = N(z+h, E (V + h k₃))
 * U' = E (V + h/6 k₁ + h/3 k₂ + h/3 k₃) + h/6 k₄
 * k₅ = N(z+h, U')             ε = (h/10) ‖k₄ − k₅‖ / ‖U'‖
 * </pre>
 *
 * k₅ serves the next step, so a step takes four evaluations of N whether or not its error is
 * estimated. ε is the distance of U' from an embedded third-order result (ERK4(3)-IP).
 *
 * <p>Sources: Hult, J. Lightwave Technol. 25:3770, 2007 (RK4IP); Balac and Mahé, Comput. Phys.
 * Commun. 184:1211, 2013 (embedded error, controller).
 *
 * @param shape (batch, mode, time), one mode
 * @param precision of storage and arithmetic
 * @param dispersion β(ω) of the envelope [rad/m], one row
 * @param nonlinearity Kerr and Raman effect
 * @param attenuation power attenuation α [1/m]
 * @param steps planned steps, or a tolerance
 */
public record GnlsePlan(
    FieldShape shape,
    Precision precision,
    LinearOperator dispersion,
    DelayedKerr nonlinearity,
    double attenuation,
    GnlseSteps steps)
    implements FieldPlan {
  /** Evaluations of the nonlinear term in a step. */
  public static final int EVALUATIONS = 4;

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if there is more than one mode, or bins and samples, or values
   *     and batch differ, or α is not finite
   */
  public GnlsePlan {
    if (shape.modes() != 1) {
      throw new IllegalArgumentException(
          "GNLSE plan: %d modes, expected 1: the equation is scalar".formatted(shape.modes()));
    }
    if (dispersion.bins() != shape.samples() || nonlinearity.bins() != shape.samples()) {
      throw new IllegalArgumentException(
          "GNLSE plan: β(ω) has %d bins and the nonlinearity %d, field has %d samples"
              .formatted(dispersion.bins(), nonlinearity.bins(), shape.samples()));
    }
    if (dispersion.rows() != 1) {
      throw new IllegalArgumentException(
          "GNLSE plan: linear operator has %d rows, expected 1".formatted(dispersion.rows()));
    }
    nonlinearity.coefficients().requireBatch("GNLSE plan, γ", shape.batch());
    if (steps instanceof GnlseSteps.Adaptive adaptive) {
      adaptive.tolerance().requireBatch("GNLSE plan, tolerance", shape.batch());
    }
    if (!Double.isFinite(attenuation)) {
      throw new IllegalArgumentException(
          "GNLSE plan: attenuation is %s 1/m, expected a finite number".formatted(attenuation));
    }
  }

  /** Amplitude factor e^(−αL/2) that turns U back into A at the end. */
  public double finalAmplitude() {
    return Math.exp(-attenuation * steps.length() / 2);
  }

  /** γ e^(−αz) [1/(W·m)] of a field at a position [m]. */
  public double gamma(int field, double position) {
    return nonlinearity.gamma(field) * Math.exp(-attenuation * position);
  }

  /** Transforms of one evaluation of the nonlinear term: two, and two for the delayed part. */
  public int transformsOfEvaluation() {
    return nonlinearity.delayed() ? 4 : 2;
  }

  /**
   * Transforms of so many steps of one field, rejected ones included: an evaluation before the
   * first step, and one transform at both ends.
   */
  public long transforms(long steps) {
    return 2 + transformsOfEvaluation() * (1 + EVALUATIONS * steps);
  }

  /**
   * Transforms of the planned steps; 0 if steps are adaptive, because only a run can tell: see
   * {@link #transforms(long)} and the program's step counts.
   */
  @Override
  public long transforms() {
    return switch (steps) {
      case GnlseSteps.Planned p -> shape.batch() * transforms(p.steps().steps());
      case GnlseSteps.Adaptive _ -> 0;
    };
  }
}
