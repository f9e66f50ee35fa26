package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Power coupling of a directional coupler against wavelength: κ(λ) = sin²(π/4 · L_c(1.55)/L_c(λ)),
 * L_c(λ) = (−5.44 (λ − 1.55) + 3.53) exp(0.1/(0.185 (λ − 1.55) + 0.15)) μm, λ in μm.
 *
 * <p>Source: fit published with Lightening-Transformer (Zhu et al., HPCA 2024).
 */
public final class CouplerDispersion {
  private static final double CENTRE_MICROMETRES = 1.55;
  private static final double MICROMETRES = 1e6;

  private CouplerDispersion() {}

  /** κ at a wavelength [m]. */
  public static double coupling(double wavelength) {
    Checks.positive("wavelength", wavelength, "m");
    double sine =
        Math.sin(Math.PI / 4 * length(CENTRE_MICROMETRES) / length(wavelength * MICROMETRES));
    return sine * sine;
  }

  private static double length(double micrometres) {
    double distance = micrometres - CENTRE_MICROMETRES;
    return (-5.44 * distance + 3.53) * Math.exp(0.1 / (0.185 * distance + 0.15));
  }

  /**
   * κ of a comb of wavelengths around 1550 nm, as the source lays it: channels at whole multiples
   * of the spacing on both sides, with one at the centre for an odd number and none there for an
   * even one.
   *
   * @param channels number of wavelengths
   * @param spacing distance of neighbours [m]
   */
  public static List<Double> comb(int channels, double spacing) {
    List<Double> couplings = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      int below = i - channels / 2;
      int place = channels % 2 == 0 && below >= 0 ? below + 1 : below;
      couplings.add(coupling(CENTRE_MICROMETRES / MICROMETRES + place * spacing));
    }
    return couplings;
  }
}
