package org.lightpath.fiber;

/**
 * Noise that an amplifier adds, from its gain and noise figure: the one definition of all models.
 */
public final class AmplifierNoise {
  private AmplifierNoise() {}

  /**
   * Spectral density S [W/Hz] in each polarisation: (G − 1) n_sp hν with n_sp = (FG − 1)/(2(G −
   * 1)), which is (FG − 1)hν/2 (Essiambre et al., J. Lightwave Technol. 28:662, 2010, eq. 54).
   *
   * <p>0 at G = 1: what does not amplify does not emit, whatever noise figure is written beside it.
   * Never negative: FG below 1 is rounding, or stands for a noiseless amplifier.
   *
   * @param gain G, a power ratio
   * @param noiseFigure F, a ratio
   * @param frequency ν [Hz]
   */
  public static double density(double gain, double noiseFigure, double frequency) {
    double photon = Optics.PLANCK * frequency;
    return gain == 1 ? 0 : Math.max(0, noiseFigure * gain - 1) / 2 * photon;
  }
}
