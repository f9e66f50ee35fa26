package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.photonic.device.Require;

/**
 * Both operands on light.
 *
 * @param left modulator of x
 * @param right modulator of w
 * @param skew delay of the right stream against the left one, in symbols, in [0, 1]
 */
public record StreamPair(FieldModulator left, FieldModulator right, double skew) {
  /** Perfect modulators in step. */
  public static final StreamPair IDEAL =
      new StreamPair(FieldModulator.IDEAL, FieldModulator.IDEAL, 0);

  /**
   * Checks the skew.
   *
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public StreamPair {
    Objects.requireNonNull(left);
    Objects.requireNonNull(right);
    Require.within("skew of the right stream [symbols]", skew, 0, 1);
  }

  /** The same modulator for both, in step. */
  public static StreamPair of(FieldModulator modulator) {
    return new StreamPair(modulator, modulator, 0);
  }

  /** With another skew [symbols]. */
  public StreamPair withSkew(double symbols) {
    return new StreamPair(left, right, symbols);
  }

  boolean hasResidue() {
    return left.hasResidue() || right.hasResidue();
  }

  OperandMemory leftMemory() {
    return new OperandMemory(left.pole(), 0);
  }

  OperandMemory rightMemory() {
    return new OperandMemory(right.pole(), skew);
  }
}
