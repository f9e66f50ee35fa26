package org.lightpath.photonic.receiver;

import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Require;

/**
 * Photons, powers and energies, and the bandwidth that goes with an integration time.
 *
 * <p>A receiver that integrates over T and samples has the noise bandwidth B = 1/(2T) (one-sided;
 * the squared sinc of a rectangular window integrates to it). With it, shot noise 2qIB is a
 * variance of n electrons in T, and the shot-limited ratio I²/(2qIB) is n.
 */
public final class Photons {
  private Photons() {}

  /** Noise bandwidth 1/(2T) of an integration time T [s]. */
  public static double bandwidth(double integrationTime) {
    return 1 / (2 * Require.positive("integration time", integrationTime, "s"));
  }

  /** Integration time 1/(2B) of a noise bandwidth B [Hz]. */
  public static double integrationTime(double bandwidth) {
    return 1 / (2 * Require.positive("bandwidth", bandwidth, "Hz"));
  }

  /**
   * Photons in an energy, E·λ/(hc).
   *
   * @param energy E [J]
   * @param wavelength λ [m]
   */
  public static double inEnergy(double energy, double wavelength) {
    return energy / Constants.photonEnergy(wavelength);
  }

  /**
   * Energy of photons [J].
   *
   * @param photons n
   * @param wavelength λ [m]
   */
  public static double energy(double photons, double wavelength) {
    return photons * Constants.photonEnergy(wavelength);
  }

  /**
   * Photons that a power brings in one integration time of a receiver of bandwidth B.
   *
   * @param power [W]
   * @param bandwidth B [Hz]
   * @param wavelength λ [m]
   */
  public static double perSample(double power, double bandwidth, double wavelength) {
    return inEnergy(power * integrationTime(bandwidth), wavelength);
  }

  /**
   * Power that brings so many photons in one integration time [W].
   *
   * @param photons n per sample
   * @param bandwidth B [Hz]
   * @param wavelength λ [m]
   */
  public static double power(double photons, double bandwidth, double wavelength) {
    return energy(photons, wavelength) / integrationTime(bandwidth);
  }
}
