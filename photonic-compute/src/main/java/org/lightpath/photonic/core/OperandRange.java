package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.photonic.device.Require;

/**
 * Full scales of both operands and what is known of the values within.
 *
 * @param leftScale s_A, the value of A that drives its modulator fully
 * @param rightScale s_B
 * @param statistics in units of the scales
 */
public record OperandRange(double leftScale, double rightScale, OperandStatistics statistics) {
  /** Operands spread evenly over [−1, 1]. */
  public static final OperandRange UNIT = new OperandRange(1, 1, OperandStatistics.UNIFORM);

  /**
   * Checks the scales.
   *
   * @throws IllegalArgumentException if one is not positive and finite
   */
  public OperandRange {
    Objects.requireNonNull(statistics);
    Require.positive("full scale of the left operand", leftScale, "");
    Require.positive("full scale of the right operand", rightScale, "");
  }

  /**
   * Largest moduli as scales, and the operands' own statistics.
   *
   * @throws IllegalArgumentException if an operand is zero throughout or holds no number
   */
  public static OperandRange of(RealMatrix left, RealMatrix right) {
    double leftScale = Require.positive("largest modulus of the left operand", left.largest(), "");
    double rightScale =
        Require.positive("largest modulus of the right operand", right.largest(), "");
    return new OperandRange(
        leftScale, rightScale, OperandStatistics.of(left, leftScale, right, rightScale));
  }
}
