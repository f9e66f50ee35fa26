package org.lightpath.core.plan;

/**
 * A uniform analogue-to-digital converter: z → (2c/(n−1) − 1) F, with the code c = ⌊(z/F + 1)(n −
 * 1)/2 + ½⌋. Readouts beyond ±F are clipped and counted.
 *
 * @param fullScale F, in units of y
 * @param levels n, at least 2; or 0 for no converter
 */
public record Quantiser(double fullScale, int levels) {
  /** No converter. */
  public static final Quantiser NONE = new Quantiser(1, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the range is not positive and finite, or there is one level
   */
  public Quantiser {
    if (!(fullScale > 0) || Double.isInfinite(fullScale) || levels < 0 || levels == 1) {
      throw new IllegalArgumentException(
          "converter: full scale %s and %d levels, expected a positive number and at least 2 levels"
              .formatted(fullScale, levels));
    }
  }

  /** Whether there is a converter. */
  public boolean isPresent() {
    return levels > 0;
  }

  /** Distance of two codes; 0 without a converter. */
  public double step() {
    return isPresent() ? 2 * fullScale / (levels - 1) : 0;
  }

  /** The value of the nearest code; what is not a number stays so. */
  public double convert(double z) {
    if (!isPresent() || Double.isNaN(z)) {
      return z;
    }
    double half = (levels - 1) / 2.0;
    double u = Math.clamp(z / fullScale, -1, 1);
    return ((int) (u * half + (half + 0.5)) / half - 1) * fullScale;
  }
}
