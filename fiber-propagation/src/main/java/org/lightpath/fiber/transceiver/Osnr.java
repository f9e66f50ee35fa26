package org.lightpath.fiber.transceiver;

import org.lightpath.fiber.Optics;

/**
 * Optical signal-to-noise ratio in the reference bandwidth of 12.5 GHz (0.1 nm at 1550 nm).
 *
 * <p>Behind optical filters P and N both stand for what passes at the channel's frequency: P is the
 * launched power times the gain there, N the density there. The ratio says what the channel's
 * middle holds; what a filter cuts off the channel's sides is seen by the SNR and the received
 * power only.
 */
public final class Osnr {
  /** Reference bandwidth B_ref [Hz]: 0.1 nm at 1550 nm. */
  public static final double REFERENCE_BANDWIDTH = 12.5e9;

  private Osnr() {}

  /**
   * OSNR = P/(2 N B_ref), linear: the noise of both polarisations counts.
   *
   * @param signalPower P [W] of the channel, both polarisations, without noise
   * @param aseDensity N [W/Hz] of amplified spontaneous emission, one polarisation
   */
  public static double ratio(double signalPower, double aseDensity) {
    return signalPower / (2 * aseDensity * REFERENCE_BANDWIDTH);
  }

  /** OSNR [dB]; see {@link #ratio}. */
  public static double decibels(double signalPower, double aseDensity) {
    return Optics.toDecibels(ratio(signalPower, aseDensity));
  }

  /**
   * SNR that an OSNR allows when noise is all there is: SNR = OSNR·B_ref/R·(2/p), with p the number
   * of polarisations that carry symbols (Essiambre et al., J. Lightwave Technol. 28:662, 2010, eq.
   * 34).
   *
   * @param osnr linear
   * @param symbolRate R [Bd]
   * @param polarisations p, 1 or 2
   */
  public static double toSnr(double osnr, double symbolRate, int polarisations) {
    return osnr * 2 * REFERENCE_BANDWIDTH / (polarisations * symbolRate);
  }
}
