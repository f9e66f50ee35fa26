package org.lightpath.cloud.fidelity;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.plan.MatmulShape;

/** Full scales of operands at hand, and what can be said of the values within. */
final class FullScales {
  /** Full scale of an operand that is zero throughout: any does. */
  private static final double OF_ZERO = 1;

  /** Smallest mean square that a core's plan is made for: 50 dB below the full scale. */
  private static final double FAINTEST = 1e-5;

  private FullScales() {}

  /** Largest modulus, or 1 if all are zero; four sums at once, so that loads overlap. */
  static double largest(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.max(a, Math.abs(values[i]));
      b = Math.max(b, Math.abs(values[i + 1]));
      c = Math.max(c, Math.abs(values[i + 2]));
      d = Math.max(d, Math.abs(values[i + 3]));
    }
    for (; i < to; i++) {
      a = Math.max(a, Math.abs(values[i]));
    }
    return positive(Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private static float positive(float scale) {
    return scale > 0 ? scale : (float) OF_ZERO;
  }

  /** Largest modulus of each row of each matrix. */
  static float[] ofRows(float[] values, MatrixShape shape) {
    float[] scales = new float[shape.batch() * shape.rows()];
    for (int row = 0; row < scales.length; row++) {
      scales[row] = (float) largest(values, row * shape.columns(), (row + 1) * shape.columns());
    }
    return scales;
  }

  /** Largest modulus of each column of each matrix. */
  static float[] ofColumns(float[] values, MatrixShape shape) {
    int width = shape.columns();
    float[] scales = new float[shape.batch() * width];
    for (int row = 0; row < shape.batch() * shape.rows(); row++) {
      int at = row / shape.rows() * width;
      for (int j = 0; j < width; j++) {
        scales[at + j] = Math.max(scales[at + j], Math.abs(values[row * width + j]));
      }
    }
    for (int j = 0; j < scales.length; j++) {
      scales[j] = positive(scales[j]);
    }
    return scales;
  }

  /** Scales of the columns of B, however it is stored. */
  static float[] ofRight(float[] values, MatmulShape shape) {
    return shape.transposedRight()
        ? ofRows(values, shape.right())
        : ofColumns(values, shape.right());
  }

  static float[] reciprocals(float[] scales) {
    float[] result = new float[scales.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = 1 / scales[i];
    }
    return result;
  }

  /**
   * Mean square and mean modulus of values over their scales, clipped at 1.
   *
   * @param rows scale of each row, or null
   * @param columns scale of each column, or null
   */
  static double[] moments(
      float[] values,
      MatrixShape shape,
      double scale,
      float @Nullable [] rows,
      float @Nullable [] columns) {
    double square = 0;
    double modulus = 0;
    int width = shape.columns();
    int length = Math.toIntExact(shape.elements());
    for (int i = 0; i < length; i++) {
      int row = i / width;
      double full = rows == null ? scale : rows[row];
      if (columns != null) {
        full = columns[(row / shape.rows() * width + i % width) % columns.length];
      }
      double v = Math.min(1, Math.abs(values[i] / full));
      square += v * v;
      modulus += v;
    }
    return new double[] {bounded(square / length), bounded(modulus / length)};
  }

  /** Within what a plan takes: a mean of zero would mean no light at all. */
  static double bounded(double mean) {
    return Math.clamp(mean, FAINTEST, 1);
  }
}
