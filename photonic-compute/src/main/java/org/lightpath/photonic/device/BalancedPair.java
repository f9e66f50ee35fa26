package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Two photodiodes whose currents are subtracted.
 *
 * @param photodiode each of the two
 * @param rejectionDecibels CMRR [dB], 20·log₁₀((I₊ + I₋)/|I₊ − I₋|) under equal light
 * @param provenance where the rejection comes from
 */
public record BalancedPair(Photodiode photodiode, double rejectionDecibels, Provenance provenance)
    implements Detector {
  /** Checks the numbers. */
  public BalancedPair {
    Objects.requireNonNull(photodiode);
    Objects.requireNonNull(provenance);
    if (!(rejectionDecibels > 0)) {
      throw new IllegalArgumentException(
          "common-mode rejection is %s dB, expected above 0, or infinity"
              .formatted(rejectionDecibels));
    }
  }

  /** A pair without mismatch. */
  public static BalancedPair matched(Photodiode photodiode) {
    return new BalancedPair(
        photodiode, Double.POSITIVE_INFINITY, Provenance.assumed("an ideal pair, no mismatch"));
  }

  @Override
  public String name() {
    return "balanced pair of " + photodiode.name();
  }

  @Override
  public double responsivity() {
    return photodiode.responsivity();
  }

  @Override
  public double totalDarkCurrent() {
    return 2 * photodiode.totalDarkCurrent();
  }

  @Override
  public double commonModeLeak() {
    return Decibels.toRatio(-rejectionDecibels);
  }

  /** |I₊ − I₋|/(I₊ + I₋) under equal light, 10^(−CMRR/20). */
  public double commonModeAmplitude() {
    return commonModeAmplitude(rejectionDecibels);
  }

  /** 10^(−CMRR/20) of a rejection [dB], a ratio of currents. */
  public static double commonModeAmplitude(double rejectionDecibels) {
    return Math.pow(10, -rejectionDecibels / 20);
  }
}
