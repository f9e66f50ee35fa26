package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Two-by-two coupler: amplitudes √(1 − κ) straight and j√κ across, times √transmission.
 *
 * @param name as in the source
 * @param crossRatio κ, power share that crosses (0 to 1)
 * @param transmission excess loss as a power transmission (at most 1)
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record Coupler(
    String name, double crossRatio, double transmission, Footprint footprint, Provenance provenance)
    implements Device {
  /** LT_DC_2x2: 50:50, 0.33 dB, 5.25 µm × 2.4 µm. */
  public static final Coupler LT_DC =
      new Coupler(
          "LT_DC_2x2",
          0.5,
          Decibels.transmission(0.33),
          Footprint.micrometres(5.25, 2.4),
          Provenance.published("SimPhony, configs/devices/photonics/coupler.yml"));

  /** Checks the numbers. */
  public Coupler {
    Objects.requireNonNull(name);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
    if (!(crossRatio >= 0 && crossRatio <= 1)) {
      throw new IllegalArgumentException(
          "coupler %s: cross ratio is %s, expected 0 to 1".formatted(name, crossRatio));
    }
    Require.fraction("transmission", transmission);
  }

  /** Amplitude of the straight path. */
  public double straightAmplitude() {
    return Math.sqrt(transmission * (1 - crossRatio));
  }

  /** Amplitude of the cross path; its phase is +90 degrees. */
  public double crossAmplitude() {
    return Math.sqrt(transmission * crossRatio);
  }

  /** Imbalance 2κ − 1, the weight of the two norms in a homodyne product. */
  public double imbalance() {
    return 2 * crossRatio - 1;
  }
}
