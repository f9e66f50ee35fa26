package org.lightpath.photonic.core;

import org.lightpath.core.field.RealMatrix;

/**
 * What is known about operands before they come, in units of their full scales: sets the split of
 * light and the converter's range.
 *
 * @param leftSquare E x²
 * @param rightSquare E w²
 * @param leftModulus E |x|
 * @param rightModulus E |w|
 */
public record OperandStatistics(
    double leftSquare, double rightSquare, double leftModulus, double rightModulus) {
  /** Values spread evenly over [−1, 1]: E v² = 1/3, E |v| = 1/2. */
  public static final OperandStatistics UNIFORM = new OperandStatistics(1.0 / 3, 1.0 / 3, 0.5, 0.5);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not in (0, 1]
   */
  public OperandStatistics {
    for (double mean : new double[] {leftSquare, rightSquare, leftModulus, rightModulus}) {
      if (!(mean > 0 && mean <= 1)) {
        throw new IllegalArgumentException(
            ("operand statistics: E x² = %s, E w² = %s, E |x| = %s, E |w| = %s: expected numbers in"
                    + " (0, 1], in units of the full scales; scale the operands or give others")
                .formatted(leftSquare, rightSquare, leftModulus, rightModulus));
      }
    }
  }

  /** Of operands at hand; values beyond a full scale count as the full scale. */
  public static OperandStatistics of(
      RealMatrix left, double leftScale, RealMatrix right, double rightScale) {
    return new OperandStatistics(
        mean(left, leftScale, 2),
        mean(right, rightScale, 2),
        mean(left, leftScale, 1),
        mean(right, rightScale, 1));
  }

  private static double mean(RealMatrix matrix, double scale, int power) {
    double sum = 0;
    for (long i = 0; i < matrix.shape().elements(); i++) {
      double modulus = Math.min(1, Math.abs(matrix.real(i) / scale));
      sum += power == 1 ? modulus : modulus * modulus;
    }
    return sum / matrix.shape().elements();
  }
}
