package org.lightpath.photonic.device;

/**
 * Directional coupler whose coupling length depends on the wavelength, 50:50 at 1550 nm.
 *
 * <p>κ(λ) = sin²((π/4)·L_c(1.55)/L_c(λ)), L_c(λ) = (−5.44(λ − 1.55) + 3.53)·exp(0.1/(0.185(λ −
 * 1.55) + 0.15)) µm with λ in µm: the fit in the artefact of Lightening-Transformer
 * (software_model/ops/simulator.py). In a dot product over wavelengths it adds Σ_k(2κ_k − 1)(x_k²·s
 * − w_k²/s)/2.
 */
public final class DirectionalCoupler {
  private static final double CENTRE = 1.55;

  private DirectionalCoupler() {}

  /** Coupling length L_c [m] at λ [m]. */
  public static double couplingLength(double wavelength) {
    double offset = wavelength * 1e6 - CENTRE;
    return 1e-6 * (-5.44 * offset + 3.53) * Math.exp(0.1 / (0.185 * offset + 0.15));
  }

  /** Power share κ that crosses at λ [m]. */
  public static double crossRatio(double wavelength) {
    Require.positive("wavelength", wavelength, "m");
    double ratio = couplingLength(CENTRE * 1e-6) / couplingLength(wavelength);
    double sine = Math.sin(Math.PI / 4 * ratio);
    return sine * sine;
  }

  /** Imbalance 2κ − 1 at λ [m]. */
  public static double imbalance(double wavelength) {
    return 2 * crossRatio(wavelength) - 1;
  }

  /**
   * Channels about 1550 nm as the artefact places them [m]: with an even number the centre is left
   * out, so that the two middle channels are two spacings apart.
   *
   * @param channels how many
   * @param spacing between neighbours [m]
   */
  public static double[] channels(int channels, double spacing) {
    Require.count("channels", channels);
    Require.positive("spacing", spacing, "m");
    double[] wavelengths = new double[channels];
    for (int k = 0; k < channels; k++) {
      int slot = k - channels / 2;
      boolean skip = channels % 2 == 0 && slot >= 0;
      wavelengths[k] = CENTRE * 1e-6 + spacing * (skip ? slot + 1 : slot);
    }
    return wavelengths;
  }

  /** Power share κ at each of these channels. */
  public static double[] crossRatios(double[] wavelengths) {
    double[] ratios = new double[wavelengths.length];
    for (int k = 0; k < wavelengths.length; k++) {
      ratios[k] = crossRatio(wavelengths[k]);
    }
    return ratios;
  }

  /** Imbalance of each of these channels. */
  public static double[] imbalances(double[] wavelengths) {
    double[] imbalances = new double[wavelengths.length];
    for (int k = 0; k < wavelengths.length; k++) {
      imbalances[k] = imbalance(wavelengths[k]);
    }
    return imbalances;
  }
}
