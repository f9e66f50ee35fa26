package org.lightpath.fiber;

/** Physical constants (CODATA 2018, exact by definition of the SI) and dB conversions. */
public final class Optics {
  /** Speed of light in vacuum c [m/s]. */
  public static final double SPEED_OF_LIGHT = 299_792_458.0;

  /** Planck constant h [J·s]. */
  public static final double PLANCK = 6.626_070_15e-34;

  private static final double DECIBELS_PER_NEPER = 10 / Math.log(10);

  private Optics() {}

  /** Power ratio of a level in dB: 10^(x/10). */
  public static double fromDecibels(double decibels) {
    return Math.pow(10, decibels / 10);
  }

  /** Level in dB of a power ratio: 10·log₁₀(x). */
  public static double toDecibels(double ratio) {
    return 10 * Math.log10(ratio);
  }

  /** Power [W] of a level in dBm. */
  public static double fromDbm(double dbm) {
    return 1e-3 * fromDecibels(dbm);
  }

  /** Level in dBm of a power [W]. */
  public static double toDbm(double watts) {
    return toDecibels(watts / 1e-3);
  }

  /** Power attenuation α [1/m] from dB/m: α = x / (10·log₁₀e). */
  public static double attenuationFromDecibels(double decibelsPerMetre) {
    return decibelsPerMetre / DECIBELS_PER_NEPER;
  }
}
