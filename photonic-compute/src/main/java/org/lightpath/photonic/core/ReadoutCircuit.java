package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.device.ConverterRating;

/**
 * Diodes, integrator and converter behind a core.
 *
 * @param integrationLength terms (time steps, wavelengths, or both) that one readout sums at most
 * @param noise noise beside the shot noise of the light
 * @param shot distribution of shot noise
 * @param converter analogue-to-digital converter
 */
public record ReadoutCircuit(
    int integrationLength, ReadoutNoise noise, Shot shot, ConverterRange converter) {
  /** Expected standard deviations of a readout that fit into a converter's full scale. */
  private static final double DEVIATIONS = 4;

  /** Distribution of shot noise. */
  public enum Shot {
    /** Normal: right for many photoelectrons in a readout. */
    GAUSSIAN,
    /** Difference of two Poisson numbers (Skellam): right for any light. */
    COUNTED
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ReadoutCircuit {
    Objects.requireNonNull(noise);
    Objects.requireNonNull(shot);
    Objects.requireNonNull(converter);
    if (integrationLength < 1) {
      throw new IllegalArgumentException(
          "readout: integration length is %d terms, expected at least 1"
              .formatted(integrationLength));
    }
  }

  /** Normal shot noise and nothing else. */
  public static ReadoutCircuit ideal(int integrationLength) {
    return new ReadoutCircuit(
        integrationLength, ReadoutNoise.NONE, Shot.GAUSSIAN, ConverterRange.NONE);
  }

  /**
   * A readout of parts, with normal shot noise and a full scale of four expected standard
   * deviations.
   *
   * @param parts diodes, amplifier, laser, converter
   * @param integrationLength terms that one readout sums at most
   * @param integrationTime T of these terms [s]; the converter takes one sample in it
   * @throws IllegalArgumentException if the converter is too slow
   */
  public static ReadoutCircuit of(
      ReceiverParts parts, int integrationLength, double integrationTime) {
    ReadoutNoise noise =
        ReadoutNoise.of(parts.detector(), parts.amplifier(), parts.laser(), integrationTime);
    ConverterRating rating = parts.converter().rating();
    // A rate of one over a time is rounded: a part in a million is no overload.
    if (1 / integrationTime > rating.sampleRate() * (1 + 1e-6)) {
      throw new IllegalArgumentException(
          ("converter %s takes at most %s samples/s, but a readout of %s s needs %s;"
                  + " integrate longer or take a faster one")
              .formatted(
                  parts.converter().name(),
                  rating.sampleRate(),
                  integrationTime,
                  1 / integrationTime));
    }
    return new ReadoutCircuit(
        integrationLength,
        noise,
        Shot.GAUSSIAN,
        ConverterRange.expected(rating.bits(), DEVIATIONS));
  }

  /** With another distribution of shot noise. */
  public ReadoutCircuit withShot(Shot other) {
    return new ReadoutCircuit(integrationLength, noise, other, converter);
  }

  /** With another converter. */
  public ReadoutCircuit withConverter(ConverterRange other) {
    return new ReadoutCircuit(integrationLength, noise, shot, other);
  }

  /** With other noise. */
  public ReadoutCircuit withNoise(ReadoutNoise other) {
    return new ReadoutCircuit(integrationLength, other, shot, converter);
  }

  /** With other thermal noise [electrons]. */
  public ReadoutCircuit withThermalElectrons(double electrons) {
    return withNoise(noise.withThermalElectrons(electrons));
  }

  /** With other relative intensity noise. */
  public ReadoutCircuit withIntensityNoise(double variance) {
    return withNoise(noise.withIntensityNoise(variance));
  }
}
