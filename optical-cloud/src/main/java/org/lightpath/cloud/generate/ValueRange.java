package org.lightpath.cloud.generate;

/**
 * Values that pixels can have.
 *
 * @param low black
 * @param high white
 */
public record ValueRange(double low, double high) {
  /** −1 to 1. */
  public static final ValueRange SYMMETRIC = new ValueRange(-1, 1);

  /** 0 to 1. */
  public static final ValueRange UNIT = new ValueRange(0, 1);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if high is not above low
   */
  public ValueRange {
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "values from %s to %s: high must be above low".formatted(low, high));
    }
  }

  /** high − low. */
  public double width() {
    return high - low;
  }

  /** A value of another range moved to the same place in this one. */
  float from(ValueRange other, float value) {
    return (float) (low + (value - other.low) * width() / other.width());
  }
}
