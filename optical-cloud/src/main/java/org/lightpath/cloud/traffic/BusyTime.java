package org.lightpath.cloud.traffic;

/** Time integral of a count, over all time and over the window that statistics count in. */
final class BusyTime {
  private final double from;
  private final double to;
  private double whole;
  private double inside;

  BusyTime(double from, double to) {
    this.from = from;
    this.to = to;
  }

  /** A count that holds from one time [s] to another. */
  void add(double begin, double end, double count) {
    whole += count * (end - begin);
    double overlap = Math.min(end, to) - Math.max(begin, from);
    if (overlap > 0) {
      inside += count * overlap;
    }
  }

  /** Integral over all time. */
  double whole() {
    return whole;
  }

  /** Mean over the window. */
  double mean() {
    return inside / (to - from);
  }
}
