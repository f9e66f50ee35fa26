package org.lightpath.cli.pulse;

/**
 * The part of an axis where there is something to see, in bins of equal width.
 *
 * @param from first sample
 * @param to one beyond the last sample
 * @param bin samples that make one point
 */
record Extract(int from, int to, int bin) {
  /** Share of the region added on each side, so that curves end in the dark. */
  private static final double MARGIN = 0.25;

  /**
   * The region where values reach a level below the largest, with a margin.
   *
   * @param envelope largest value of each sample over everything to be shown
   * @param level relative to the largest
   * @param points largest number of points
   */
  static Extract of(double[] envelope, double level, int points) {
    double largest = 0;
    for (double value : envelope) {
      largest = Math.max(largest, value);
    }
    int from = 0;
    int to = envelope.length;
    while (from < to - 1 && envelope[from] < level * largest) {
      from++;
    }
    while (to > from + 1 && envelope[to - 1] < level * largest) {
      to--;
    }
    int margin = (int) Math.ceil(MARGIN * (to - from)) + 2;
    int wideFrom = Math.max(0, from - margin);
    int wideTo = Math.min(envelope.length, to + margin);
    return new Extract(wideFrom, wideTo, Math.max(1, Math.ceilDiv(wideTo - wideFrom, points)));
  }

  /** Number of points. */
  int points() {
    return Math.ceilDiv(to - from, bin);
  }

  private int begin(int point) {
    return from + point * bin;
  }

  private int end(int point) {
    return Math.min(to, begin(point) + bin);
  }

  /** Middle sample of each point, for its abscissa. */
  double middle(int point) {
    return (begin(point) + end(point) - 1) / 2.0;
  }

  /** Largest value in each point: a narrow peak must stay as high as it is. */
  double largest(double[] values, int point) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = begin(point); i < end(point); i++) {
      largest = Math.max(largest, values[i]);
    }
    return largest;
  }
}
