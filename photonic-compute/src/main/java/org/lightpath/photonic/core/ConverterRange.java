package org.lightpath.photonic.core;

import org.lightpath.core.plan.Quantiser;
import org.lightpath.photonic.device.Require;

/**
 * Converter behind a readout and the choice of its full scale.
 *
 * @param bits 1 … 24, or 0 for none
 * @param fullScale F in units of y = Σ x w over one window; 0 to choose it from the expected output
 * @param deviations expected standard deviations of a readout (signal and noise) that fit into F,
 *     beside its mean
 */
public record ConverterRange(int bits, double fullScale, double deviations) {
  /** No converter. */
  public static final ConverterRange NONE = new ConverterRange(0, 0, 4);

  private static final int MAX_BITS = 24;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ConverterRange {
    if (bits < 0 || bits > MAX_BITS) {
      throw new IllegalArgumentException(
          "converter: %d bits, expected 1 … %d, or 0 for none".formatted(bits, MAX_BITS));
    }
    Require.notNegative("full scale of the converter", fullScale, "");
    Require.positive("range of the converter", deviations, "standard deviations");
  }

  /** With a given full scale. */
  public static ConverterRange given(int bits, double fullScale) {
    return new ConverterRange(
        bits, Require.positive("full scale of the converter", fullScale, ""), 4);
  }

  /** With a full scale of some standard deviations of the expected output. */
  public static ConverterRange expected(int bits, double deviations) {
    return new ConverterRange(bits, 0, deviations);
  }

  /**
   * The converter.
   *
   * @param mean expected |mean| of a readout
   * @param deviation expected standard deviation of a readout
   */
  Quantiser quantiser(double mean, double deviation) {
    if (bits == 0) {
      return Quantiser.NONE;
    }
    double range = fullScale > 0 ? fullScale : mean + deviations * deviation;
    return new Quantiser(range, 1 << bits);
  }
}
