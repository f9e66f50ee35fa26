package org.lightpath.photonic.device;

/** Checks of numbers with a name and a unit, for constructors. */
public final class Require {
  private Require() {}

  /**
   * A finite number above zero.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double positive(String what, double value, String unit) {
    return check(value > 0 && Double.isFinite(value), what, value, unit, "above 0");
  }

  /**
   * A finite number of zero or more.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double notNegative(String what, double value, String unit) {
    return check(value >= 0 && Double.isFinite(value), what, value, unit, "0 or more");
  }

  /**
   * A number above zero and at most one: a transmission, an efficiency.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double fraction(String what, double value) {
    return check(value > 0 && value <= 1, what, value, "", "above 0 and at most 1");
  }

  /**
   * A count of at least one.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static int count(String what, int value) {
    check(value >= 1, what, value, "", "at least 1");
    return value;
  }

  /**
   * A number of a closed range.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw refusal(what, value, "", "a number from %s to %s".formatted(low, high));
    }
    return value;
  }

  /**
   * A finite number of either sign.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double finite(String what, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw refusal(what, value, unit, "a finite number");
    }
    return value;
  }

  /**
   * An extinction ratio, a power ratio above 1; infinite stands for a perfect modulator.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double extinctionRatio(double ratio) {
    if (!(ratio > 1)) {
      throw new IllegalArgumentException(
          ("extinction ratio is %s (%.2f dB), expected a power ratio above 1 (0 dB);"
                  + " infinite for a perfect modulator")
              .formatted(ratio, Decibels.ofRatio(ratio)));
    }
    return ratio;
  }

  /** What to throw for a number that is not as expected. */
  public static IllegalArgumentException refusal(
      String what, double value, String unit, String expected) {
    return new IllegalArgumentException(
        "%s is %s%s, expected %s"
            .formatted(what, value, unit.isEmpty() ? "" : " " + unit, expected));
  }

  private static double check(boolean good, String what, double value, String unit, String wanted) {
    if (!good) {
      throw refusal(what, value, unit, "a number " + wanted);
    }
    return value;
  }
}
