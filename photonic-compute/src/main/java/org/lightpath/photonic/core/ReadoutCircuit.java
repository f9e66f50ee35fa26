package org.lightpath.photonic.core;

import java.util.Objects;

/**
 * Diodes, integrator and converter behind a core.
 *
 * @param integrationLength terms (time steps, wavelengths, or both) that one readout sums at most
 * @param thermalElectrons standard deviation of thermal noise for each readout [electrons]
 * @param intensityNoise variance of the relative intensity noise that all terms of a readout share:
 *     10^(RIN/10) B
 * @param shot distribution of shot noise
 * @param converter analogue-to-digital converter
 */
public record ReadoutCircuit(
    int integrationLength,
    double thermalElectrons,
    double intensityNoise,
    Shot shot,
    ConverterRange converter) {
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
    Objects.requireNonNull(shot);
    Objects.requireNonNull(converter);
    if (integrationLength < 1) {
      throw new IllegalArgumentException(
          "readout: integration length is %d terms, expected at least 1"
              .formatted(integrationLength));
    }
    Checks.notNegative("thermal noise of a readout", thermalElectrons, "electrons");
    Checks.notNegative("relative intensity noise of a readout", intensityNoise, "");
  }

  /** Normal shot noise and nothing else. */
  public static ReadoutCircuit ideal(int integrationLength) {
    return new ReadoutCircuit(integrationLength, 0, 0, Shot.GAUSSIAN, ConverterRange.NONE);
  }

  /** Variance of relative intensity noise, 10^(RIN/10) B, of RIN [dB/Hz] in a bandwidth B [Hz]. */
  public static double intensityNoise(double decibelsPerHertz, double bandwidth) {
    return Math.pow(10, decibelsPerHertz / 10) * bandwidth;
  }

  /** Thermal noise of a readout [electrons]: i_n √B T / q = i_n √(T/2) / q with B = 1/(2T). */
  public static double thermalElectrons(double currentDensity, double integrationTime) {
    return currentDensity * Math.sqrt(integrationTime / 2) / ELEMENTARY_CHARGE;
  }

  private static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  /** With another distribution of shot noise. */
  public ReadoutCircuit withShot(Shot other) {
    return new ReadoutCircuit(
        integrationLength, thermalElectrons, intensityNoise, other, converter);
  }

  /** With another converter. */
  public ReadoutCircuit withConverter(ConverterRange other) {
    return new ReadoutCircuit(integrationLength, thermalElectrons, intensityNoise, shot, other);
  }

  /** With other thermal noise [electrons]. */
  public ReadoutCircuit withThermalElectrons(double electrons) {
    return new ReadoutCircuit(integrationLength, electrons, intensityNoise, shot, converter);
  }

  /** With other relative intensity noise. */
  public ReadoutCircuit withIntensityNoise(double variance) {
    return new ReadoutCircuit(integrationLength, thermalElectrons, variance, shot, converter);
  }
}
