package org.lightpath.fiber.pulse;

/** Peaks, widths and edges of sampled non-negative curves; positions in samples. */
final class Peak {
  private static final int EDGE_PARTS = 100;

  /**
   * Wider than rounding in single precision after thousands of steps, narrower than any feature.
   */
  private static final double TIE = 1e-5;

  private Peak() {}

  static int indexOfLargest(double[] y) {
    int largest = 0;
    for (int i = 1; i < y.length; i++) {
      if (y[i] > y[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /**
   * The largest sample; among samples that are equal to within {@link #TIE}, the one nearest to the
   * middle, then the later one, so that rounding does not choose between symmetric peaks.
   */
  private static int preferred(double[] y) {
    double threshold = y[indexOfLargest(y)] * (1 - TIE);
    int middle = y.length / 2;
    int best = -1;
    for (int i = 0; i < y.length; i++) {
      if (y[i] >= threshold && (best < 0 || Math.abs(i - middle) <= Math.abs(best - middle))) {
        best = i;
      }
    }
    return Math.max(best, 0);
  }

  /**
   * Position of the peak: vertex of the parabola through ln y at the largest sample and its
   * neighbours, exact for a Gaussian.
   */
  static double interpolated(double[] y) {
    int i = preferred(y);
    if (i == 0 || i == y.length - 1 || !(y[i - 1] > 0) || !(y[i + 1] > 0)) {
      return i;
    }
    double left = Math.log(y[i - 1] / y[i]);
    double right = Math.log(y[i + 1] / y[i]);
    double curvature = left + right;
    return curvature < 0 ? i + (left - right) / (2 * curvature) : i;
  }

  /** Full width at half maximum around the peak, linear between samples; NaN if it has no end. */
  static double halfWidth(double[] y) {
    int peak = indexOfLargest(y);
    double half = y[peak] / 2;
    int left = peak;
    while (left >= 0 && y[left] > half) {
      left--;
    }
    int right = peak;
    while (right < y.length && y[right] > half) {
      right++;
    }
    if (left < 0 || right == y.length) {
      return Double.NaN;
    }
    double begin = left + (half - y[left]) / (y[left + 1] - y[left]);
    double end = right - (half - y[right]) / (y[right - 1] - y[right]);
    return end - begin;
  }

  /** √(⟨i²⟩ − ⟨i⟩²) weighted by y. */
  static double rmsWidth(double[] y) {
    double sum = 0;
    double first = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i];
      first += i * y[i];
    }
    double mean = first / sum;
    double second = 0;
    for (int i = 0; i < y.length; i++) {
      second += (i - mean) * (i - mean) * y[i];
    }
    return Math.sqrt(second / sum);
  }

  /** First and last position where y reaches {@code ratio} times its maximum, linear in ln y. */
  static double[] outermost(double[] y, double ratio) {
    double level = ratio * y[indexOfLargest(y)];
    int first = 0;
    while (y[first] < level) {
      first++;
    }
    int last = y.length - 1;
    while (y[last] < level) {
      last--;
    }
    return new double[] {
      first == 0 ? 0 : first - crossing(y[first], y[first - 1], level),
      last == y.length - 1 ? last : last + crossing(y[last], y[last + 1], level)
    };
  }

  /** Share of the way from inside to outside at which ln y reaches ln level. */
  private static double crossing(double inside, double outside, double level) {
    return outside > 0 ? Math.log(inside / level) / Math.log(inside / outside) : 0;
  }

  /** Largest value in the outer hundredth on either side over the largest of all. */
  static double edge(double[] y) {
    int width = Math.max(1, y.length / (2 * EDGE_PARTS));
    double largest = 0;
    for (int i = 0; i < width; i++) {
      largest = Math.max(largest, Math.max(y[i], y[y.length - 1 - i]));
    }
    double peak = y[indexOfLargest(y)];
    return peak > 0 ? largest / peak : 0;
  }
}
