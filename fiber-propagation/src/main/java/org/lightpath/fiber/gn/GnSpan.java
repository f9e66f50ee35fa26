package org.lightpath.fiber.gn;

import org.lightpath.fiber.AmplifierNoise;

/**
 * A stretch of fibre and the amplifier behind it.
 *
 * @param length L [m]
 * @param attenuation α [1/m], power
 * @param beta2 β₂ [s²/m], not 0
 * @param gamma γ [1/(W·m)]
 * @param amplifier behind the fibre
 */
public record GnSpan(
    double length, double attenuation, double beta2, double gamma, Amplifier amplifier) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the length or the attenuation is not positive, β₂ is 0, or
   *     a number is not finite
   */
  public GnSpan {
    if (!(length > 0) || !(attenuation > 0) || !Double.isFinite(gamma)) {
      throw new IllegalArgumentException(
          "GN span of %s m, α = %s 1/m, γ = %s 1/(W·m): expected positive length and attenuation"
              .formatted(length, attenuation, gamma));
    }
    if (beta2 == 0 || !Double.isFinite(beta2)) {
      throw new IllegalArgumentException(
          ("GN span: β₂ is %s s²/m; the model holds for dispersive fibre only, expected a value"
                  + " other than 0")
              .formatted(beta2));
    }
  }

  /** A span whose amplifier makes up for its loss exactly. */
  public static GnSpan transparent(
      double length, double attenuation, double beta2, double gamma, double noiseFigure) {
    double gain = Math.exp(attenuation * length);
    return new GnSpan(length, attenuation, beta2, gamma, new Amplifier(gain, noiseFigure));
  }

  /** Effective length L_eff = (1 − e^(−αL))/α [m]. */
  double effectiveLength() {
    return -Math.expm1(-attenuation * length) / attenuation;
  }

  /** Power at the input of the next span over power at the input of this one: G e^(−αL). */
  double netGain() {
    return amplifier.gain() * Math.exp(-attenuation * length);
  }

  /**
   * A lumped amplifier.
   *
   * @param gain G, linear power gain
   * @param noiseFigure F, linear; at least the quantum limit 2 − 1/G counts as physical, lower
   *     values are taken as given and 0 stands for a noiseless amplifier
   */
  public record Amplifier(double gain, double noiseFigure) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the gain is not positive or the noise figure is negative
     */
    public Amplifier {
      if (!(gain > 0) || !(noiseFigure >= 0)) {
        throw new IllegalArgumentException(
            "amplifier of gain %s and noise figure %s (linear): expected positive numbers"
                .formatted(gain, noiseFigure));
      }
    }

    /**
     * Spectral density of amplified spontaneous emission [W/Hz], one polarisation; see {@link
     * AmplifierNoise}.
     *
     * @param frequency ν [Hz]
     */
    public double noiseDensity(double frequency) {
      return AmplifierNoise.density(gain, noiseFigure, frequency);
    }
  }
}
