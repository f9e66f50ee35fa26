package org.lightpath.cli.bench.record;

import java.util.Locale;

/** Numbers with their units, for people. */
public final class Quantities {
  private static final String[] LARGE = {"", "k", "M", "G", "T", "P"};

  private Quantities() {}

  /** A time with three digits in s, ms, µs or ns. */
  public static String seconds(double seconds) {
    if (!(seconds > 0)) {
      return "–";
    }
    if (seconds >= 1) {
      return digits(seconds) + " s";
    }
    if (seconds >= 1e-3) {
      return digits(seconds * 1e3) + " ms";
    }
    return seconds >= 1e-6 ? digits(seconds * 1e6) + " µs" : digits(seconds * 1e9) + " ns";
  }

  /** A rate with a prefix: 1.23 G of its unit. */
  public static String rate(double rate, String unit) {
    int prefix = 0;
    double value = rate;
    while (value >= 1000 && prefix < LARGE.length - 1) {
      value /= 1000;
      prefix++;
    }
    return digits(value) + " " + LARGE[prefix] + unit;
  }

  /** Three digits that count, without an exponent. */
  public static String digits(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return value >= 10
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** A ratio: 1.23×, 12.3×, 123×. */
  public static String ratio(double ratio) {
    return digits(ratio) + "×";
  }
}
