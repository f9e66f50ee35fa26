package org.lightpath.photonic.calibration;

/**
 * How much is measured.
 *
 * @param probes known vectors, at least 2
 * @param averages readings of each vector, averaged
 * @param seed of the vectors; noise has numbers of its own, apart from those of later runs
 */
public record CalibrationEffort(int probes, int averages, long seed) {
  /** 64 vectors, 16 readings. */
  public static final CalibrationEffort DEFAULT = new CalibrationEffort(64, 16, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are fewer than two probes or no reading
   */
  public CalibrationEffort {
    if (probes < 2 || averages < 1) {
      throw new IllegalArgumentException(
          "calibration: %d probes and %d averages, expected at least 2 and 1"
              .formatted(probes, averages));
    }
  }
}
