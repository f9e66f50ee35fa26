package org.lightpath.fiber.transceiver;

import org.lightpath.fiber.Optics;

/**
 * Signal and noise of received symbols against the known ones, in one polarisation or several.
 *
 * <p>For each polarisation y = h x + n with h = Σ y x* / Σ |x|², so that the noise n = y − h x is
 * uncorrelated with the symbols. Then SNR = |h|² Σ|x|² / Σ|n|². (Scaling y instead so that E|a y −
 * x|² is least would give SNR + 1.) Everything that is not h x counts as noise: amplified
 * spontaneous emission, nonlinear interference, crosstalk, inter-symbol interference. The noise is
 * that of the same polarisation, after the matched filter, in a bandwidth R; for several
 * polarisations, signal and noise energies are summed, each polarisation scaled to h = 1.
 *
 * @param symbols number of symbols
 * @param signalEnergy Σ|x|²
 * @param noiseEnergy Σ|n/h|²
 */
public record SignalQuality(long symbols, double signalEnergy, double noiseEnergy) {
  /** SNR, linear; infinite if there is no noise at all. */
  public double snr() {
    return signalEnergy / noiseEnergy;
  }

  /** SNR [dB]. */
  public double snrDecibels() {
    return Optics.toDecibels(snr());
  }

  /** Root-mean-square error vector relative to the root-mean-square symbol: 1/√SNR. */
  public double evm() {
    return Math.sqrt(noiseEnergy / signalEnergy);
  }

  /** Both together. */
  public SignalQuality plus(SignalQuality other) {
    return new SignalQuality(
        symbols + other.symbols,
        signalEnergy + other.signalEnergy,
        noiseEnergy + other.noiseEnergy);
  }
}
