package org.lightpath.core.plan;

import java.util.Arrays;
import org.lightpath.core.fft.SmoothLength;

/**
 * Propagation constant β(ω) of the envelope, per frequency bin.
 *
 * <p>A length l multiplies the spectrum (forward transform with e^(−jωt)) by H = exp(−j β(ω_k) l).
 * Loss is not part of it: see {@link PropagationPlan#attenuation()}.
 */
public final class LinearOperator {
  private final double[][] betaRadPerMetre;

  private LinearOperator(double[][] betaRadPerMetre) {
    this.betaRadPerMetre = betaRadPerMetre;
  }

  /**
   * One propagation constant for all modes.
   *
   * @param beta β(ω_k) [rad/m] in the order of the transform's bins, length N
   * @throws IllegalArgumentException if the length is not 2^a 3^b 5^c 7^d or a value is not finite
   */
  public static LinearOperator common(double[] beta) {
    return perMode(new double[][] {beta});
  }

  /**
   * One propagation constant for each mode, for instance with differential group delay.
   *
   * @param beta β_m(ω_k) [rad/m], one row of N bins for each mode
   * @throws IllegalArgumentException if rows differ in length, the length is not 2^a 3^b 5^c 7^d,
   *     or a value is not finite
   */
  public static LinearOperator perMode(double[][] beta) {
    if (beta.length == 0) {
      throw new IllegalArgumentException("linear operator: expected at least one row, got none");
    }
    double[][] copy = new double[beta.length][];
    for (int row = 0; row < beta.length; row++) {
      copy[row] = checkedCopy(beta[row], beta[0].length, row);
    }
    return new LinearOperator(copy);
  }

  private static double[] checkedCopy(double[] row, int expectedLength, int index) {
    if (row.length != expectedLength) {
      throw new IllegalArgumentException(
          "linear operator: row %d has %d bins, expected %d as in row 0"
              .formatted(index, row.length, expectedLength));
    }
    SmoothLength.require(row.length);
    for (int k = 0; k < row.length; k++) {
      if (!Double.isFinite(row[k])) {
        throw new IllegalArgumentException(
            "linear operator: β at bin %d of row %d is %s rad/m, expected a finite number"
                .formatted(k, index, row[k]));
      }
    }
    return row.clone();
  }

  /** Frequency bins N. */
  public int bins() {
    return betaRadPerMetre[0].length;
  }

  /** Rows: 1 if all modes share one propagation constant, else one for each mode. */
  public int rows() {
    return betaRadPerMetre.length;
  }

  /** β [rad/m] of a mode at a bin. */
  public double beta(int mode, int bin) {
    return betaRadPerMetre[rows() == 1 ? 0 : mode][bin];
  }

  /** The operator with −β: dispersion undone. */
  public LinearOperator negated() {
    double[][] negated = new double[rows()][];
    for (int row = 0; row < rows(); row++) {
      negated[row] = Arrays.stream(betaRadPerMetre[row]).map(beta -> -beta).toArray();
    }
    return new LinearOperator(negated);
  }
}
