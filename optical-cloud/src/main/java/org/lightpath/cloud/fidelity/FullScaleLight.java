package org.lightpath.cloud.fidelity;

/**
 * Light of both streams at full scale, so that it does not depend on the data.
 *
 * @param left α², photoelectrons of one symbol at one output when |x| = 1; infinite for no shot
 *     noise
 * @param right β², of w
 */
public record FullScaleLight(double left, double right) {
  /** No shot noise. */
  public static final FullScaleLight INFINITE =
      new FullScaleLight(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not positive, or one is infinite alone
   */
  public FullScaleLight {
    if (!(left > 0 && right > 0) || Double.isInfinite(left) != Double.isInfinite(right)) {
      throw new IllegalArgumentException(
          "light at full scale: %s and %s photons, expected two positive numbers, both finite or both infinite"
              .formatted(left, right));
    }
  }

  /** Whether there is no shot noise. */
  public boolean isInfinite() {
    return Double.isInfinite(left);
  }
}
