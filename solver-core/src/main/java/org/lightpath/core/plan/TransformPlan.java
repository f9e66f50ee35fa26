package org.lightpath.core.plan;

import org.lightpath.core.fft.SmoothLength;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A discrete Fourier transform along time, in place, bins in natural order 0 … N−1.
 *
 * @param shape (batch, mode, time)
 * @param precision of storage and arithmetic
 * @param direction which of the two sums
 */
public record TransformPlan(FieldShape shape, Precision precision, Direction direction)
    implements FieldPlan {
  /** The two sums. */
  public enum Direction {
    /** X_k = Σ_n x_n e^(−j2πkn/N). */
    FORWARD,
    /** x_n = (1/N) Σ_k X_k e^(+j2πkn/N). */
    INVERSE
  }

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if N is not 2^a 3^b 5^c 7^d
   */
  public TransformPlan {
    SmoothLength.require(shape.samples());
  }

  @Override
  public long transforms() {
    return (long) shape.batch() * shape.modes();
  }
}
