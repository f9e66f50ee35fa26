package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Digital-to-analog converter, scaled from a measured one.
 *
 * @param name as in the source
 * @param rating what was measured
 * @param law how the power goes with the bits
 * @param provenance where the numbers come from
 */
public record DigitalAnalogConverter(
    String name, ConverterRating rating, Law law, Provenance provenance) implements Device {
  /**
   * How the power goes with the resolution b; always linear in the rate. The two published laws
   * differ: from 8 to 4 bits the power falls to 0.125 by the first and to 0.1125 by the second.
   */
  public enum Law {
    /** P ∝ 2^b/b, Lightening-Transformer. */
    POWER_OVER_BITS,
    /** P ∝ 2^b/(b + 1), SimPhony. */
    POWER_OVER_BITS_PLUS_ONE
  }

  /** 50 mW at 14 GS/s and 8 bit in 16 nm, 11000 µm²; law of LT. */
  public static final DigitalAnalogConverter CAP_14G =
      new DigitalAnalogConverter(
          "DAC_2",
          new ConverterRating(8, 14e9, 50e-3, 11000e-12),
          Law.POWER_OVER_BITS,
          Provenance.measured(
              "switched-capacitor DAC, 16 nm, IEEE Xplore 9162776, as entered by LT and SimPhony"));

  /** Checks that nothing is missing. */
  public DigitalAnalogConverter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(law);
    Objects.requireNonNull(provenance);
  }

  /** The same converter under another law. */
  public DigitalAnalogConverter withLaw(Law other) {
    return new DigitalAnalogConverter(name, rating, other, provenance);
  }

  /**
   * Power [W] at a resolution and a rate.
   *
   * @param bits b
   * @param sampleRate f_s [1/s]
   * @throws IllegalArgumentException if either is beyond the rating
   */
  public double power(int bits, double sampleRate) {
    rating.checkWithin(name, bits, sampleRate);
    return rating.power()
        * (sampleRate / rating.sampleRate())
        * (weight(bits) / weight(rating.bits()));
  }

  private double weight(int bits) {
    return Math.scalb(1.0, bits) / (law == Law.POWER_OVER_BITS ? bits : bits + 1);
  }
}
