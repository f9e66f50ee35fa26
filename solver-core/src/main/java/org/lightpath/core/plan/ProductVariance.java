package org.lightpath.core.plan;

/**
 * A variance that takes a second product: c Σ_k |a_ik|^p w_kj, where w is |b|, b² or a matrix of
 * its own.
 *
 * <p>|a||b| is the light that falls on both diodes of an intensity receiver (shot noise), a² b² the
 * variance of independent relative noise on both factors, |b| a² that of a memory cell with noise
 * in proportion to the root of its conductance.
 *
 * @param coefficient c
 * @param leftPower p, 1 or 2
 * @param right which w
 */
public record ProductVariance(double coefficient, int leftPower, Right right) {
  /** The right factor. */
  public enum Right {
    /** w = |b|. */
    ABSOLUTE,
    /** w = b². */
    SQUARE,
    /** w = V, a matrix in the shape of B that the run is given; not encoded, not scaled. */
    GIVEN
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the coefficient is negative or not finite, or the power is
   *     neither 1 nor 2
   */
  public ProductVariance {
    if (!(coefficient >= 0) || Double.isInfinite(coefficient)) {
      throw new IllegalArgumentException(
          "product variance: coefficient is %s, expected a finite number of at least 0"
              .formatted(coefficient));
    }
    if (leftPower != 1 && leftPower != 2) {
      throw new IllegalArgumentException(
          "product variance: power of the left factor is %d, expected 1 or 2".formatted(leftPower));
    }
  }
}
