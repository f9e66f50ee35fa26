package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Transimpedance amplifier or load resistor behind a detector.
 *
 * @param name as in the source
 * @param noiseDensity spectral density of its input current noise, i_n² or 4kT/R_L [A²/Hz]
 * @param power electrical [W]
 * @param area [m²]
 * @param provenance where the numbers come from
 */
public record TransimpedanceAmplifier(
    String name, double noiseDensity, double power, double area, Provenance provenance)
    implements Device {
  /** Checks the numbers. */
  public TransimpedanceAmplifier {
    Objects.requireNonNull(name);
    Objects.requireNonNull(provenance);
    Require.notNegative("noise density", noiseDensity, "A^2/Hz");
    Require.notNegative("power", power, "W");
    Require.notNegative("area", area, "m^2");
  }

  /**
   * An amplifier of given input noise, without power and area.
   *
   * @param inputNoise i_n [A/√Hz]
   */
  public static TransimpedanceAmplifier ofInputNoise(double inputNoise, Provenance provenance) {
    Require.notNegative("input noise", inputNoise, "A/sqrt(Hz)");
    return new TransimpedanceAmplifier("amplifier", inputNoise * inputNoise, 0, 0, provenance);
  }

  /**
   * A load resistor: 4kT/R_L.
   *
   * @param resistance R_L [Ω]
   * @param temperature T [K]
   */
  public static TransimpedanceAmplifier load(double resistance, double temperature) {
    double density =
        4
            * Constants.BOLTZMANN
            * Require.positive("temperature", temperature, "K")
            / Require.positive("resistance", resistance, "ohm");
    return new TransimpedanceAmplifier(
        "load of %s ohm".formatted(resistance),
        density,
        0,
        0,
        Provenance.derived("Johnson noise 4kT/R"));
  }

  /**
   * TIA_1: 3 mW, 50 µm², in the artefact of LT and in SimPhony. Neither states a noise, so the
   * caller does.
   *
   * @param inputNoise i_n [A/√Hz]
   * @param area [m²]; two were published, {@link #LT_AREA_README} and {@link #LT_AREA_CODE}
   */
  public static TransimpedanceAmplifier lightening(double inputNoise, double area) {
    return new TransimpedanceAmplifier(
        "TIA_1",
        inputNoise * inputNoise,
        LT_POWER,
        area,
        Provenance.published(
            "Lightening-Transformer, default.yaml, 3 mW; SimPhony, tia.yml; input noise is the caller's"));
  }

  /** Power in LT and SimPhony [W]. */
  public static final double LT_POWER = 3e-3;

  /** Area in the current files of LT [m²]: 50 µm². */
  public static final double LT_AREA_CODE = 50e-12;

  /** Area behind the table in the README of LT [m²]: 0.0576 mm² over 576 amplifiers, 100 µm². */
  public static final double LT_AREA_README = 100e-12;

  /** Input noise i_n [A/√Hz]. */
  public double inputNoise() {
    return Math.sqrt(noiseDensity);
  }
}
