package org.lightpath.photonic.core;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.receiver.EffectiveBits;

/**
 * How well a core computes a product, over all outputs and draws; C₀ is the digital product.
 *
 * <p>Signal power is E C₀², error power E (C − C₀)²; both are raw, gain not removed. {@link
 * #snrGainRemoved} first divides by the gain h = Σ C C₀ / Σ C₀², as a calibration would.
 *
 * @param values outputs times draws
 * @param signalPower E C₀²
 * @param errorPower E (C − C₀)²
 * @param meanError E (C − C₀)
 * @param gain h
 */
public record CoreQuality(
    long values, double signalPower, double errorPower, double meanError, double gain) {
  /** √(error power / signal power). */
  public double relativeError() {
    return Math.sqrt(errorPower / signalPower);
  }

  /** Mean error over the root of the signal power. */
  public double relativeBias() {
    return meanError / Math.sqrt(signalPower);
  }

  /** Signal power over error power, gain not removed. */
  public double snr() {
    return signalPower / errorPower;
  }

  /** SNR [dB]. */
  public double snrDecibels() {
    return Decibels.ofRatio(snr());
  }

  /** h² signal power over the power of C − h C₀. */
  public double snrGainRemoved() {
    double removed = (gain - 1) * (gain - 1) * signalPower;
    return gain * gain * signalPower / (errorPower - removed);
  }

  /** SNR with the gain removed [dB]. */
  public double snrGainRemovedDecibels() {
    return Decibels.ofRatio(snrGainRemoved());
  }

  /** Effective number of bits: (SNR − 1.76)/6.02 with the SNR in dB. */
  public double effectiveBits() {
    return EffectiveBits.ofSnr(snr());
  }
}
