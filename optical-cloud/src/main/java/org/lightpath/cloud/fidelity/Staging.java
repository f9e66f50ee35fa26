package org.lightpath.cloud.fidelity;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/**
 * Copies arrays of a model to and from device matrices, through host matrices that are kept: one
 * block copy in single precision, where nothing is to be scaled.
 */
final class Staging implements AutoCloseable {
  /** Shapes whose host matrix is kept. */
  private static final int SHAPES = 16;

  /** Values that are worth a thread of their own. */
  private static final int GRAIN = 1 << 15;

  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final Precision precision;
  private final Recent<MatrixShape, RealMatrix> matrices = new Recent<>(SHAPES, RealMatrix::close);
  private float[] scaled = {};

  Staging(Precision precision) {
    this.precision = precision;
  }

  /** Sends values to a device matrix of their layout. */
  void upload(float[] values, DeviceMatrix target) {
    upload(values, 0, target);
  }

  /** Sends the values from an index on to a device matrix of their layout. */
  void upload(float[] values, int from, DeviceMatrix target) {
    target.upload(host(values, from, target.shape()));
  }

  /** Values in a host matrix that is valid until the next use of the same shape. */
  RealMatrix host(float[] values, MatrixShape shape) {
    return host(values, 0, shape);
  }

  private RealMatrix host(float[] values, int from, MatrixShape shape) {
    RealMatrix matrix = matrix(shape);
    int length = Math.toIntExact(shape.elements());
    if (precision == Precision.SINGLE) {
      MemorySegment.copy(values, from, matrix.segment(), FLOAT, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        matrix.setReal(i, values[from + i]);
      }
    }
    return matrix;
  }

  /**
   * Values times a factor of their row or column, or of both.
   *
   * @param rows factor of each (batch, row); null for one
   * @param columns factor of each (batch, column), or of each column of all; null for one
   */
  float[] scale(
      float[] values, MatrixShape shape, float @Nullable [] rows, float @Nullable [] columns) {
    if (scaled.length < values.length) {
      scaled = new float[values.length];
    }
    scale(values, scaled, shape, rows, columns);
    return scaled;
  }

  /** Brings a result home, each value times the factors of its row and column. */
  void download(
      DeviceMatrix source, float[] target, float @Nullable [] rows, float @Nullable [] columns) {
    MatrixShape shape = source.shape();
    RealMatrix matrix = matrix(shape);
    source.download(matrix);
    int length = Math.toIntExact(shape.elements());
    if (precision == Precision.SINGLE) {
      MemorySegment.copy(matrix.segment(), FLOAT, 0, target, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        target[i] = (float) matrix.real(i);
      }
    }
    if (rows != null || columns != null) {
      scale(target, target, shape, rows, columns);
    }
  }

  private static void scale(
      float[] from,
      float[] to,
      MatrixShape shape,
      float @Nullable [] rows,
      float @Nullable [] columns) {
    int width = shape.columns();
    Parallel.ranges(
        shape.batch() * shape.rows(),
        Math.max(1, GRAIN / width),
        (first, last) -> {
          for (int row = first; row < last; row++) {
            float factor = rows == null ? 1 : rows[row % rows.length];
            int at = row * width;
            if (columns == null) {
              for (int j = 0; j < width; j++) {
                to[at + j] = from[at + j] * factor;
              }
            } else {
              int column = row / shape.rows() * width % columns.length;
              for (int j = 0; j < width; j++) {
                to[at + j] = from[at + j] * (factor * columns[column + j]);
              }
            }
          }
        });
  }

  private RealMatrix matrix(MatrixShape shape) {
    return matrices.get(shape, key -> RealMatrix.allocate(key, precision));
  }

  @Override
  public void close() {
    matrices.close();
  }
}
