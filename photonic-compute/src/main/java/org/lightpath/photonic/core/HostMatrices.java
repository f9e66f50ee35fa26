package org.lightpath.photonic.core;

import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;

/** Right operands between their stored layout and [matrix][term][column]. */
final class HostMatrices {
  private HostMatrices() {}

  static double[][][] read(RealMatrix stored, MatmulShape shape, double scale) {
    if (!stored.shape().equals(shape.right())) {
      throw new IllegalArgumentException(
          "right operand: expected %s, got %s".formatted(shape.right(), stored.shape()));
    }
    double[][][] values = new double[stored.shape().batch()][shape.inner()][shape.columns()];
    for (int batch = 0; batch < values.length; batch++) {
      for (int k = 0; k < shape.inner(); k++) {
        for (int j = 0; j < shape.columns(); j++) {
          double value =
              shape.transposedRight() ? stored.get(batch, j, k) : stored.get(batch, k, j);
          values[batch][k][j] = value / scale;
        }
      }
    }
    return values;
  }

  static RealMatrix store(double[][][] values, MatmulShape shape, Precision precision) {
    RealMatrix stored = RealMatrix.allocate(shape.right(), precision);
    for (int batch = 0; batch < values.length; batch++) {
      for (int k = 0; k < shape.inner(); k++) {
        for (int j = 0; j < shape.columns(); j++) {
          if (shape.transposedRight()) {
            stored.set(batch, j, k, values[batch][k][j]);
          } else {
            stored.set(batch, k, j, values[batch][k][j]);
          }
        }
      }
    }
    return stored;
  }
}
