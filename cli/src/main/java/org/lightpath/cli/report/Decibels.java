package org.lightpath.cli.report;

import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Samples;

/** Logarithmic quantities, and axes for them. */
final class Decibels {
  private Decibels() {}

  /** 10 log₁₀(v / reference), NaN where v is not positive. */
  static Samples of(Samples values, double reference) {
    return values.map(v -> v > 0 ? 10 * Math.log10(v / reference) : Double.NaN);
  }

  /** Power [W] in dBm. */
  static Samples dbm(Samples watts) {
    return of(watts, 1e-3);
  }

  /** Power spectral density [W/Hz] in dBm per GHz. */
  static Samples dbmPerGigahertz(Samples wattsPerHertz) {
    double milliwattPerGigahertz = 1e-3 / 1e9;
    return of(wattsPerHertz, milliwattPerGigahertz);
  }

  /**
   * An axis wide enough for all {@code rows} and at least {@code span} dB high, so that ripple of a
   * hundredth of a decibel does not fill the figure.
   */
  static Axis atLeast(Axis axis, double span, Iterable<Samples> rows) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Samples row : rows) {
      low = Double.isNaN(row.min()) ? low : Math.min(low, row.min());
      high = Double.isNaN(row.max()) ? high : Math.max(high, row.max());
    }
    if (!(low <= high) || high - low >= span) {
      return axis;
    }
    double centre = (low + high) / 2;
    return axis.range(centre - 0.55 * span, centre + 0.55 * span);
  }
}
