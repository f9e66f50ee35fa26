package org.lightpath.photonic.device;

/** Levels in dB and dBm and the power ratios and powers they stand for. */
public final class Decibels {
  private Decibels() {}

  /** Power ratio of a level [dB]: 10^(x/10). */
  public static double toRatio(double decibels) {
    return Math.pow(10, decibels / 10);
  }

  /** Level [dB] of a power ratio: 10·log₁₀(x). */
  public static double ofRatio(double ratio) {
    return 10 * Math.log10(ratio);
  }

  /** Power transmission of an element that loses so much [dB]: 10^(−x/10). */
  public static double transmission(double lossDecibels) {
    return toRatio(-lossDecibels);
  }

  /** Power [W] of a level [dBm]. */
  public static double dbmToWatts(double dbm) {
    return 1e-3 * toRatio(dbm);
  }

  /** Level [dBm] of a power [W]. */
  public static double wattsToDbm(double watts) {
    return ofRatio(watts / 1e-3);
  }
}
