package org.lightpath.cloud.quality;

/** Peak signal-to-noise ratio: PSNR = 10·log₁₀(R²/MSE), R the range of the numbers. */
public final class PeakSignalToNoise {
  private PeakSignalToNoise() {}

  /**
   * PSNR [dB] over all elements; +∞ for equal arrays.
   *
   * @param reference x
   * @param observed y
   * @param range R: largest less smallest value that can occur, 2 for images in [−1, 1]
   * @throws IllegalArgumentException if the lengths differ, are zero, or the range is not positive
   */
  public static double decibels(float[] reference, float[] observed, double range) {
    if (!(range > 0)) {
      throw new IllegalArgumentException("PSNR: range %s, expected above 0".formatted(range));
    }
    ErrorStatistics error = ErrorAccumulator.of(reference, observed);
    return 10 * Math.log10(range * range / (error.errorSquares() / error.count()));
  }
}
