package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Analog-to-digital converter, scaled from a measured one.
 *
 * @param name as in the source
 * @param rating what was measured
 * @param law how the power goes with the bits
 * @param provenance where the numbers come from
 */
public record AnalogDigitalConverter(
    String name, ConverterRating rating, Law law, Provenance provenance) implements Device {
  /** How the power goes with the resolution b; always linear in the rate. */
  public enum Law {
    /** Successive approximation: one comparison a bit, P ∝ b. */
    LINEAR,
    /** Flash: one comparator a threshold, P ∝ 2^b − 1. */
    FLASH,
    /** Constant energy a conversion step, P ∝ 2^b (Walden). */
    WALDEN
  }

  /** 14.8 mW at 10 GS/s and 8 bit in 14 nm, 2850 µm², successive approximation. */
  public static final AnalogDigitalConverter SAR_10G =
      new AnalogDigitalConverter(
          "ADC_SAR_1",
          new ConverterRating(8, 10e9, 14.8e-3, 2850e-12),
          Law.LINEAR,
          Provenance.measured(
              "two-step time-domain ADC, 14 nm, IEEE Xplore 9731625, as entered by LT and SimPhony"));

  /** Checks that nothing is missing. */
  public AnalogDigitalConverter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(law);
    Objects.requireNonNull(provenance);
  }

  /** The same converter under another law. */
  public AnalogDigitalConverter withLaw(Law other) {
    return new AnalogDigitalConverter(name, rating, other, provenance);
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
    return switch (law) {
      case LINEAR -> bits;
      case FLASH -> Math.scalb(1.0, bits) - 1;
      case WALDEN -> Math.scalb(1.0, bits);
    };
  }

  /**
   * Figure of merit P/(2^ENOB·f_s) [J per conversion step] of the rated converter.
   *
   * @param enob effective bits; the nominal bits give a smaller, kinder figure
   */
  public double waldenFigure(double enob) {
    return rating.power() / (Math.pow(2, enob) * rating.sampleRate());
  }

  /**
   * Power of a converter known only by its figure of merit [W]: FOM·2^ENOB·f_s.
   *
   * @param figure FOM [J per conversion step]
   * @param enob effective bits
   * @param sampleRate f_s [1/s]
   */
  public static double waldenPower(double figure, double enob, double sampleRate) {
    return Require.positive("figure of merit", figure, "J")
        * Math.pow(2, enob)
        * Require.positive("sample rate", sampleRate, "1/s");
  }
}
