package org.lightpath.photonic.receiver;

import org.lightpath.photonic.device.Require;

/**
 * Rounding of a converter whose range follows the signal: variance LSB²/12, LSB = span/2^b, span =
 * s·I with I the signal current.
 *
 * @param spanOverSignal s; 0 means that nothing is rounded
 * @param bits b
 */
public record Quantisation(double spanOverSignal, int bits) {
  /** A converter that rounds nothing. */
  public static final Quantisation NONE = new Quantisation(0, 1);

  /** Checks the numbers. */
  public Quantisation {
    Require.notNegative("span over signal", spanOverSignal, "");
    Require.count("bits", bits);
  }

  /**
   * A converter filled by a sine of effective current I, so s = 2√2: on its own it gives SNR =
   * 1.5·4^b, that is ENOB = b.
   */
  public static Quantisation ofSine(int bits) {
    return new Quantisation(2 * Math.sqrt(2), bits);
  }

  /** Variance relative to I²: s²/(12·4^b). */
  public double relativeVariance() {
    return spanOverSignal * spanOverSignal / (12 * Math.scalb(1.0, 2 * bits));
  }
}
