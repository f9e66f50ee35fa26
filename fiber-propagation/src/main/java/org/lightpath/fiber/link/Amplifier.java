package org.lightpath.fiber.link;

import java.util.Objects;
import org.lightpath.fiber.AmplifierNoise;

/**
 * Erbium-doped fibre amplifier with flat gain: A ← √G A + n, with n white circular Gaussian noise
 * (ASE), independent for each polarisation, amplifier and seed.
 *
 * <p>The spectral density of the noise is S = (G − 1) n_sp h ν [W/Hz] in each polarisation; a field
 * sampled with bandwidth B receives the power S·B in each polarisation, half in each quadrature.
 *
 * @param gain power gain G ≥ 1 (a ratio)
 * @param noiseFigure F (a ratio)
 * @param formula how n_sp follows from F
 */
public record Amplifier(double gain, double noiseFigure, NoiseFormula formula)
    implements LinkElement {
  /** How the spontaneous emission factor n_sp follows from the noise figure F. */
  public enum NoiseFormula {
    /**
     * n_sp = (FG − 1)/(2(G − 1)), so S = (FG − 1)hν/2: F counts shot noise too, as it is measured
     * (Essiambre et al., J. Lightwave Technol. 28:662, 2010, eq. 54; OptiCommPy). The default.
     */
    WITH_SHOT_NOISE,
    /** n_sp = (F/2)·G/(G − 1), so S = FGhν/2: beat noise alone (Sionna, comnumpy). */
    BEAT_NOISE_ONLY
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if G is below 1, F is not positive, or F·G is below 1, which
   *     would be negative noise
   */
  public Amplifier {
    Objects.requireNonNull(formula);
    if (!(gain >= 1) || Double.isInfinite(gain)) {
      throw new IllegalArgumentException(
          "amplifier: gain is %s, expected a finite ratio of at least 1; use a lumped loss to attenuate"
              .formatted(gain));
    }
    // Absent noise is noiseless(gain): F = 1/G, which is no noise at all by the default formula.
    if (!(noiseFigure * gain >= 1 - 8 * Math.ulp(1.0)) || Double.isInfinite(noiseFigure)) {
      throw new IllegalArgumentException(
          "amplifier: noise figure %s with gain %s gives negative noise; expected F·G of at least 1"
              .formatted(noiseFigure, gain));
    }
  }

  /** An amplifier with the default formula. */
  public Amplifier(double gain, double noiseFigure) {
    this(gain, noiseFigure, NoiseFormula.WITH_SHOT_NOISE);
  }

  /** An amplifier that adds no noise. */
  public static Amplifier noiseless(double gain) {
    return new Amplifier(gain, 1 / gain);
  }

  /** The noise figure with shot noise counted, which gives the same noise by (FG − 1)hν/2. */
  public double measuredNoiseFigure() {
    return switch (formula) {
      case WITH_SHOT_NOISE -> noiseFigure;
      case BEAT_NOISE_ONLY -> noiseFigure + 1 / gain;
    };
  }

  /**
   * Spectral density of the noise [W/Hz] in each polarisation; see {@link AmplifierNoise}.
   *
   * @param frequency ν [Hz], the carrier
   */
  public double noiseDensity(double frequency) {
    return AmplifierNoise.density(gain, measuredNoiseFigure(), frequency);
  }

  /**
   * Standard deviation [√W] of each quadrature of each polarisation: √(S·B/2).
   *
   * @param frequency ν [Hz], the carrier
   * @param bandwidth B [Hz], the simulated bandwidth 1/dt
   */
  public double noiseDeviation(double frequency, double bandwidth) {
    return Math.sqrt(noiseDensity(frequency) * bandwidth / 2);
  }
}
