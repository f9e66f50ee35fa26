package org.lightpath.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times of one contender, a turn each.
 *
 * @param seconds of one run, turn by turn [s]
 */
record Times(List<Double> seconds) {
  /** Keeps a copy. */
  Times {
    seconds = List.copyOf(seconds);
  }

  /** Median [s]. */
  double median() {
    return median(seconds.stream().mapToDouble(x -> x).toArray());
  }

  /** Mean [s]. */
  double mean() {
    return seconds.stream().mapToDouble(x -> x).average().orElseThrow();
  }

  /** Standard deviation over the turns [s]; 0 for one turn. */
  double deviation() {
    double[] all = seconds.stream().mapToDouble(x -> x).toArray();
    double mean = mean();
    return Math.sqrt(
        Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, all.length - 1));
  }

  /**
   * Median of the ratios turn by turn: what slows the machine for some turns slows both sides of
   * them.
   */
  double ratioTo(Times other) {
    return median(
        IntStream.range(0, seconds.size())
            .mapToDouble(turn -> seconds.get(turn) / other.seconds.get(turn))
            .toArray());
  }

  /** All times multiplied by a factor. */
  Times scaled(double factor) {
    return new Times(seconds.stream().map(x -> x * factor).toList());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
