package org.lightpath.fiber.gn;

import org.lightpath.fiber.Optics;

/**
 * Noise that a GN model predicts for one channel, referred to the link's input, both polarisations,
 * in a bandwidth R.
 *
 * @param channel number in the comb
 * @param frequency optical frequency [Hz]
 * @param power P [W] launched
 * @param nonlinearNoise P_NLI [W]
 * @param amplifierNoise P_ASE [W]
 */
public record GnResult(
    int channel, double frequency, double power, double nonlinearNoise, double amplifierNoise) {
  /** SNR with both noises, linear: P/(P_NLI + P_ASE). */
  public double snr() {
    return power / (nonlinearNoise + amplifierNoise);
  }

  /** SNR [dB] with both noises. */
  public double snrDecibels() {
    return Optics.toDecibels(snr());
  }

  /** SNR [dB] with nonlinear noise only: P/P_NLI. */
  public double nonlinearSnrDecibels() {
    return Optics.toDecibels(power / nonlinearNoise);
  }

  /** a_NL [1/W²] of P_NLI = a_NL P³, when every channel's power changes in proportion. */
  public double nonlinearCoefficient() {
    return nonlinearNoise / (power * power * power);
  }

  /**
   * Power [W] of this channel at which its SNR is largest, when every channel's power changes in
   * proportion: (P_ASE/(2 a_NL))^(1/3), where nonlinear noise is half of amplifier noise.
   */
  public double optimumPower() {
    return Math.cbrt(amplifierNoise / (2 * nonlinearCoefficient()));
  }
}
