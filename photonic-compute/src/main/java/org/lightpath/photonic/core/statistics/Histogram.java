package org.lightpath.photonic.core.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A histogram with equal bins.
 *
 * @param low lower edge of the first bin
 * @param width of a bin
 * @param counts of each bin; values outside are not counted
 */
public record Histogram(double low, double width, List<Long> counts) {
  /** Checks the counts. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * Of a sample.
   *
   * @throws IllegalArgumentException if there is no bin or the range is empty
   */
  public static Histogram of(double[] sample, double low, double high, int bins) {
    if (bins < 1 || !(high > low)) {
      throw new IllegalArgumentException(
          "histogram: %d bins from %s to %s, expected at least one bin and a rising range"
              .formatted(bins, low, high));
    }
    long[] counts = new long[bins];
    for (double value : sample) {
      if (value >= low && value < high) {
        counts[Math.min(bins - 1, (int) ((value - low) / (high - low) * bins))]++;
      }
    }
    List<Long> list = new ArrayList<>();
    for (long count : counts) {
      list.add(count);
    }
    return new Histogram(low, (high - low) / bins, list);
  }

  /** Middle of a bin. */
  public double centre(int bin) {
    return low + (bin + 0.5) * width;
  }
}
