package org.lightpath.core.plan;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Symmetric split-step propagation through one uniform stretch of fibre.
 *
 * <p>Solves ∂A/∂z = −(α/2) A − j β(−j∂_t) A − j γ c P A, with the sign family e^(j(ωt−βz)).
 *
 * <p>The engine works on the loss-free field U = A e^(αz/2) and applies, for the steps h_1 … h_n,
 *
 * <p>D(h_1/2) N(w_1) D((h_1+h_2)/2) N(w_2) … N(w_n) D(h_n/2), then A = U · e^(−αL/2),
 *
 * <p>where D(l) multiplies the spectrum by exp(−jβl), N(w) turns each sample by −γ c w |U|², and
 * {@link #effectiveLengths()} gives w_i = ∫ e^(−αz) dz over step i: the loss is exact, so that
 * self-phase modulation alone is exact in one step. Second order in h (Strang).
 *
 * @param shape (batch, mode, time)
 * @param precision of storage and arithmetic
 * @param dispersion β(ω) of the envelope [rad/m]
 * @param nonlinearity Kerr term
 * @param attenuation power attenuation α [1/m]; negative for back-propagation or distributed gain
 * @param steps step lengths
 */
public record PropagationPlan(
    FieldShape shape,
    Precision precision,
    LinearOperator dispersion,
    KerrNonlinearity nonlinearity,
    double attenuation,
    StepPlan steps)
    implements FieldPlan {
  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if bins and samples, rows and modes, γ values and batch
   *     differ, or α is not finite
   */
  public PropagationPlan {
    if (dispersion.bins() != shape.samples()) {
      throw new IllegalArgumentException(
          "propagation plan: linear operator has %d bins, field has %d samples"
              .formatted(dispersion.bins(), shape.samples()));
    }
    if (dispersion.rows() != 1 && dispersion.rows() != shape.modes()) {
      throw new IllegalArgumentException(
          "propagation plan: linear operator has %d rows, expected 1 or %d (one for each mode)"
              .formatted(dispersion.rows(), shape.modes()));
    }
    if (nonlinearity.gammas() != 1 && nonlinearity.gammas() != shape.batch()) {
      throw new IllegalArgumentException(
          "propagation plan: %d values of γ, expected 1 or one for each of the %d fields"
              .formatted(nonlinearity.gammas(), shape.batch()));
    }
    if (!Double.isFinite(attenuation)) {
      throw new IllegalArgumentException(
          "propagation plan: attenuation is %s 1/m, expected a finite number"
              .formatted(attenuation));
    }
  }

  /** Number of linear operators D: one more than there are steps. */
  public int linearOperations() {
    return steps.steps() + 1;
  }

  /** Length l_i [m] of the linear operator before step i (0 ≤ i ≤ steps). */
  public double linearLength(int i) {
    double before = i == 0 ? 0 : steps.length(i - 1) / 2;
    double after = i == steps.steps() ? 0 : steps.length(i) / 2;
    return before + after;
  }

  /**
   * Effective lengths w_i [m] of all steps: e^(−αz_i) (1 − e^(−αh_i))/α, z_i a step's beginning.
   */
  public double[] effectiveLengths() {
    double[] weights = new double[steps.steps()];
    double z = 0;
    for (int i = 0; i < weights.length; i++) {
      double h = steps.length(i);
      double inStep = attenuation == 0 ? h : -Math.expm1(-attenuation * h) / attenuation;
      weights[i] = Math.exp(-attenuation * z) * inStep;
      z += h;
    }
    return weights;
  }

  /** Amplitude factor e^(−αL/2) that turns U back into A at the end. */
  public double finalAmplitude() {
    return Math.exp(-attenuation * steps.totalLength() / 2);
  }

  @Override
  public long transforms() {
    return 2L * linearOperations() * shape.batch() * shape.modes();
  }

  /** The plan that undoes this one: −β, −γ, −α and the steps in reverse order. */
  public PropagationPlan inverse() {
    return new PropagationPlan(
        shape,
        precision,
        dispersion.negated(),
        nonlinearity.negated(),
        -attenuation,
        steps.reversed());
  }
}
