package org.lightpath.validation;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.TimeGrid;

/**
 * A uniform medium with β(ω) = β₁ω + β₂ω²/2 + β₃ω³/6, as the closed forms need it.
 *
 * <p>Written apart from the fibre model on purpose: the two must agree.
 *
 * @param beta1 β₁ [s/m] relative to the frame
 * @param beta2 β₂ [s²/m]
 * @param beta3 β₃ [s³/m]
 * @param gamma γ [1/(W·m)]
 * @param attenuation α [1/m]
 * @param manakov whether all modes see the total power, times 8/9
 */
record Glass(
    double beta1, double beta2, double beta3, double gamma, double attenuation, boolean manakov) {
  /** Scalar, lossless. */
  static Glass of(double beta2, double gamma) {
    return new Glass(0, beta2, 0, gamma, 0, false);
  }

  Glass withManakov() {
    return new Glass(beta1, beta2, beta3, gamma, attenuation, true);
  }

  Glass withAttenuation(double value) {
    return new Glass(beta1, beta2, beta3, gamma, value, manakov);
  }

  Glass withGamma(double value) {
    return new Glass(beta1, beta2, beta3, value, attenuation, manakov);
  }

  Glass withBeta2(double value) {
    return new Glass(beta1, value, beta3, gamma, attenuation, manakov);
  }

  Glass withBeta3(double value) {
    return new Glass(beta1, beta2, value, gamma, attenuation, manakov);
  }

  /** β(ω) at the bins of a grid. */
  double[] propagationConstants(TimeGrid grid) {
    double[] beta = new double[grid.samples()];
    for (int k = 0; k < beta.length; k++) {
      double w = grid.angularFrequency(k);
      beta[k] = beta1 * w + beta2 * w * w / 2 + beta3 * w * w * w / 6;
    }
    return beta;
  }

  /** Equal steps over a length [m], for a field of this shape and precision. */
  PropagationPlan plan(ComplexField field, TimeGrid grid, double length, int steps) {
    FieldParameter coefficient = FieldParameter.of(gamma);
    return new PropagationPlan(
        field.shape(),
        field.precision(),
        LinearOperator.common(propagationConstants(grid)),
        manakov
            ? new KerrNonlinearity.Manakov(coefficient)
            : new KerrNonlinearity.Scalar(coefficient),
        attenuation,
        StepPlan.uniform("equal steps", length, steps));
  }
}
