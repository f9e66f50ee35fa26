package org.lightpath.photonic.core;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.receiver.EffectiveBits;

/**
 * How well a core computes a product, over all outputs and draws; C₀ is the digital product.
 *
 * <p>Signal power is E C₀², error power E (C − C₀)²; both are raw, gain and offset not removed.
 * {@link #snrGainRemoved} is what a line C ≈ h C₀ + o leaves, h = cov(C, C₀)/var C₀: as after a
 * calibration of all outputs together.
 *
 * @param values outputs times draws
 * @param signalPower E C₀²
 * @param errorPower E (C − C₀)²
 * @param meanError E (C − C₀)
 * @param signalMean E C₀
 * @param gain h
 */
public record CoreQuality(
    long values,
    double signalPower,
    double errorPower,
    double meanError,
    double signalMean,
    double gain) {
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

  /** h² var C₀ over the variance of C − h C₀: gain and offset removed. */
  public double snrGainRemoved() {
    double signal = signalPower - signalMean * signalMean;
    double left = errorPower - meanError * meanError - (gain - 1) * (gain - 1) * signal;
    return gain * gain * signal / left;
  }

  /** SNR with gain and offset removed [dB]. */
  public double snrGainRemovedDecibels() {
    return Decibels.ofRatio(snrGainRemoved());
  }

  /** Effective number of bits: (SNR − 1.76)/6.02 with the SNR in dB. */
  public double effectiveBits() {
    return EffectiveBits.ofSnr(snr());
  }
}
