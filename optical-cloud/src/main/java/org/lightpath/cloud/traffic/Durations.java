package org.lightpath.cloud.traffic;

import java.util.Arrays;

/**
 * Statistics of times of many requests [s].
 *
 * @param count of requests
 * @param mean arithmetic; 0 without requests
 * @param confidence half the width of the 95 % confidence interval of the mean, by batch means
 * @param percentiles of the distribution
 */
public record Durations(long count, double mean, double confidence, Percentiles percentiles) {
  /** Batches of consecutive requests whose means are taken as independent. */
  static final int BATCHES = 30;

  /** Student's t for 95 %, two-sided, 29 degrees of freedom. */
  private static final double STUDENT = 2.045;

  /**
   * Times [s] that a share of the requests does not exceed (nearest rank).
   *
   * @param p50 median
   * @param p90 of 90 %
   * @param p99 of 99 %
   * @param max largest
   */
  public record Percentiles(double p50, double p90, double p99, double max) {}

  /** Statistics of times in the order of the requests. */
  static Durations of(double[] times) {
    if (times.length == 0) {
      return new Durations(0, 0, Double.POSITIVE_INFINITY, new Percentiles(0, 0, 0, 0));
    }
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Durations(
        times.length,
        Arrays.stream(times).sum() / times.length,
        halfWidth(times),
        new Percentiles(
            rank(sorted, 0.5), rank(sorted, 0.9), rank(sorted, 0.99), sorted[sorted.length - 1]));
  }

  private static double rank(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static double halfWidth(double[] times) {
    int length = times.length / BATCHES;
    if (length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[] means = new double[BATCHES];
    for (int b = 0; b < BATCHES; b++) {
      means[b] = Arrays.stream(times, b * length, (b + 1) * length).sum() / length;
    }
    double mean = Arrays.stream(means).sum() / BATCHES;
    double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
    return STUDENT * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
  }
}
