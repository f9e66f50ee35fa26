package org.lightpath.photonic.core;

/** Refusals with name, value and unit. */
final class Checks {
  private Checks() {}

  static double positive(String what, double value, String unit) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw refusal(what, value, unit, "a positive finite number");
    }
    return value;
  }

  static double notNegative(String what, double value, String unit) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw refusal(what, value, unit, "a finite number of at least 0");
    }
    return value;
  }

  static double within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw refusal(what, value, "", "a number from %s to %s".formatted(low, high));
    }
    return value;
  }

  static double finite(String what, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw refusal(what, value, unit, "a finite number");
    }
    return value;
  }

  /** Infinite stands for a perfect modulator. */
  static double extinctionRatio(double ratio) {
    if (!(ratio > 1)) {
      throw new IllegalArgumentException(
          ("extinction ratio is %s (%.2f dB), expected more than 1 (above 0 dB);"
                  + " infinite for a perfect modulator")
              .formatted(ratio, 10 * Math.log10(ratio)));
    }
    return ratio;
  }

  static IllegalArgumentException refusal(String what, double value, String unit, String expected) {
    return new IllegalArgumentException(
        "%s is %s%s, expected %s"
            .formatted(what, value, unit.isEmpty() ? "" : " " + unit, expected));
  }
}
