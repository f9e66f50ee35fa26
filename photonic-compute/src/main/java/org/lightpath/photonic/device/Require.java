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

  private static double check(boolean good, String what, double value, String unit, String wanted) {
    if (!good) {
      throw new IllegalArgumentException(
          "%s is %s%s, expected a number %s"
              .formatted(what, value, unit.isEmpty() ? "" : " " + unit, wanted));
    }
    return value;
  }
}
