package org.lightpath.core.plan;

/**
 * Instantaneous Kerr effect: over an effective length w the mode m of field b turns by
 *
 * <p>A_m ← A_m · exp(−j γ_b c w P_m), with P_m the power [W] the mode sees.
 *
 * <p>Symbols: γ is {@link #gamma(int)}, c is {@link #factor()}.
 */
public sealed interface KerrNonlinearity {
  /** Nonlinear coefficient γ_b [1/(W·m)] of a field of the batch. */
  double gamma(int field);

  /** Number of γ values: 1 (shared by the batch) or one for each field. */
  int gammas();

  /** Averaging factor c: 1, or 8/9 for Manakov. */
  double factor();

  /** The same effect with −γ. */
  KerrNonlinearity negated();

  /**
   * Every mode sees its own power only: P_m = |A_m|², c = 1.
   *
   * @param coefficients γ [1/(W·m)]
   */
  record Scalar(FieldParameter coefficients) implements KerrNonlinearity {
    @Override
    public double gamma(int field) {
      return coefficients.value(field);
    }

    @Override
    public int gammas() {
      return coefficients.size();
    }

    @Override
    public double factor() {
      return 1;
    }

    @Override
    public KerrNonlinearity negated() {
      return new Scalar(coefficients.negated());
    }
  }

  /**
   * Manakov: all modes see P = Σ_m |A_m|², averaged over fast random birefringence, c = 8/9 for two
   * polarisations (Wai and Menyuk, J. Lightwave Technol. 14:148, 1996).
   *
   * @param coefficients γ [1/(W·m)]
   */
  record Manakov(FieldParameter coefficients) implements KerrNonlinearity {
    @Override
    public double gamma(int field) {
      return coefficients.value(field);
    }

    @Override
    public int gammas() {
      return coefficients.size();
    }

    @Override
    public double factor() {
      return 8.0 / 9.0;
    }

    @Override
    public KerrNonlinearity negated() {
      return new Manakov(coefficients.negated());
    }
  }
}
