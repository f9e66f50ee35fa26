package org.lightpath.cloud.quality;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.receiver.EffectiveBits;

/**
 * How far observed numbers o are from reference numbers d; e = o − d.
 *
 * <p>The SNR is raw: neither gain nor offset is removed. Ratios whose denominator is zero follow
 * IEEE 754, except that the SNR of equal numbers is +∞.
 *
 * @param count number of pairs n
 * @param referenceSquares Σ d²
 * @param observedSquares Σ o²
 * @param products Σ o d
 * @param errorSquares Σ e²
 * @param errorMean Σ e / n
 * @param errorVariance Σ (e − mean)² / n
 * @param errorFourthMoment Σ (e − mean)⁴ / n
 * @param maximumError max |e|
 */
public record ErrorStatistics(
    long count,
    double referenceSquares,
    double observedSquares,
    double products,
    double errorSquares,
    double errorMean,
    double errorVariance,
    double errorFourthMoment,
    double maximumError) {
  /** Σ d² / Σ e², a power ratio; +∞ if there is no error. */
  public double snr() {
    return errorSquares == 0 ? Double.POSITIVE_INFINITY : referenceSquares / errorSquares;
  }

  /** SNR [dB]. */
  public double snrDecibels() {
    return Decibels.ofRatio(snr());
  }

  /** Effective number of bits: (SNR − 1.76)/6.02 with the SNR in dB. */
  public double effectiveBits() {
    return EffectiveBits.ofSnr(snr());
  }

  /** √(Σ e² / Σ d²). */
  public double relativeError() {
    return Math.sqrt(errorSquares / referenceSquares);
  }

  /** Mean error over the root mean square of the reference. */
  public double relativeBias() {
    return errorMean / Math.sqrt(referenceSquares / count);
  }

  /** Gain of the best line through the origin, h = Σ o d / Σ d²; 1 is right. */
  public double gain() {
    return products / referenceSquares;
  }

  /** h − 1. */
  public double gainError() {
    return gain() - 1;
  }

  /** Cosine of the angle between both vectors: Σ o d / √(Σ o² Σ d²). */
  public double cosine() {
    return products / Math.sqrt(observedSquares) / Math.sqrt(referenceSquares);
  }

  /** Fourth central moment over the squared variance, less 3; 0 for Gaussian errors. */
  public double excessKurtosis() {
    return errorFourthMoment / (errorVariance * errorVariance) - 3;
  }
}
