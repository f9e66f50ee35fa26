package org.lightpath.photonic.core.statistics;

/**
 * Moments of a sample, in two passes.
 *
 * @param count number of values n
 * @param mean Σ v / n
 * @param variance Σ (v − mean)² / (n − 1)
 */
public record Moments(long count, double mean, double variance) {
  /**
   * Of a sample.
   *
   * @throws IllegalArgumentException if there are fewer than two values
   */
  public static Moments of(double... sample) {
    if (sample.length < 2) {
      throw new IllegalArgumentException(
          "moments: %d values, expected at least 2".formatted(sample.length));
    }
    double sum = 0;
    for (double value : sample) {
      sum += value;
    }
    double mean = sum / sample.length;
    double squares = 0;
    for (double value : sample) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(sample.length, mean, squares / (sample.length - 1));
  }

  /** Standard deviation. */
  public double deviation() {
    return Math.sqrt(variance);
  }

  /** Standard error of the mean. */
  public double meanError() {
    return Math.sqrt(variance / count);
  }
}
