package org.lightpath.core.plan;

/**
 * Kerr effect with self-steepening and a delayed (Raman) part:
 *
 * <p>Ñ(ω) = −j γ_b s(ω) F{ A · [(1 − f_R) |A|² + f_R h_R ∗ |A|²] }, with the forward transform F.
 *
 * <p>Symbols: γ_b is {@link #gamma(int)}, s(ω) = 1 + ω/ω₀ is {@link #steepening()}, f_R is {@link
 * #fraction()}, and {@link #response()} holds H_R(ω_k) = ∫ h_R(t) e^(−jω_k t) dt with H_R(0) = 1.
 * Source of the form: Agrawal, Nonlinear Fiber Optics, section 2.3, conjugated to the engineering
 * sign.
 *
 * @param coefficients γ [1/(W·m)]: one value for the batch or one for each field
 * @param steepening s(ω_k); all ones without self-steepening
 * @param fraction f_R in [0, 1]: share of the delayed response; 0 spares its transforms
 * @param response H_R(ω_k) of the real response h_R(t)
 */
public record DelayedKerr(
    FieldParameter coefficients,
    SpectralWeight steepening,
    double fraction,
    TransferFunction response) {
  /**
   * Checks that the tables fit each other.
   *
   * @throws IllegalArgumentException if their lengths differ or f_R is not in [0, 1]
   */
  public DelayedKerr {
    if (steepening.bins() != response.bins()) {
      throw new IllegalArgumentException(
          "delayed Kerr effect: s(ω) has %d bins, H_R(ω) has %d"
              .formatted(steepening.bins(), response.bins()));
    }
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "delayed Kerr effect: fraction f_R is %s, expected 0 to 1".formatted(fraction));
    }
  }

  /** The instantaneous effect, with self-steepening. */
  public static DelayedKerr instantaneous(FieldParameter coefficients, SpectralWeight steepening) {
    int n = steepening.bins();
    return new DelayedKerr(
        coefficients, steepening, 0, TransferFunction.of(new double[n], new double[n]));
  }

  /** Nonlinear coefficient γ_b [1/(W·m)] of a field of the batch. */
  public double gamma(int field) {
    return coefficients.value(field);
  }

  /** Whether there is a delayed part. */
  public boolean delayed() {
    return fraction != 0;
  }

  /** Frequency bins N. */
  public int bins() {
    return steepening.bins();
  }

  /** Real part of R(ω_k) = 1 − f_R + f_R H_R(ω_k). */
  public double totalRe(int bin) {
    return 1 - fraction + fraction * response.re(bin);
  }

  /** Imaginary part of R(ω_k). */
  public double totalIm(int bin) {
    return fraction * response.im(bin);
  }
}
