package org.lightpath.core.conformance;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.random.Philox;

/** Fields and operators for tests: random, but the same on every machine. */
public final class TestFields {
  private TestFields() {}

  /** Circular Gaussian samples of unit mean power for each mode. */
  public static ComplexField noise(FieldShape shape, Precision precision, long seed) {
    ComplexField field = ComplexField.allocate(shape, precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int b = 0; b < shape.batch(); b++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        for (int n = 0; n < shape.samples(); n++) {
          Philox.complexNormal(seed, b, mode, n, words, normal);
          field.set(b, mode, n, normal[0] / Math.sqrt(2), normal[1] / Math.sqrt(2));
        }
      }
    }
    return field;
  }

  /**
   * A β(ω) with even and odd orders, so that a reversed or shuffled spectrum is seen.
   *
   * @param largest largest |β| [rad/m]
   */
  public static LinearOperator skewed(int rows, int bins, double largest) {
    double[][] beta = new double[rows][bins];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < bins; k++) {
        double f = (2 * k < bins ? k : k - bins) / (double) bins;
        beta[row][k] = largest * (3 * f * f + 2 * f * f * f + 0.3 * (row + 1) * f);
      }
    }
    return LinearOperator.perMode(beta);
  }
}
