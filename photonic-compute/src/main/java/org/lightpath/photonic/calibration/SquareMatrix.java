package org.lightpath.photonic.calibration;

/** A small dense matrix with its inverse by elimination with pivots. */
final class SquareMatrix {
  private static final double SINGULAR = 1e-10;

  private final int size;
  private final double[] values;

  SquareMatrix(int size, double[] values) {
    this.size = size;
    this.values = values;
  }

  int size() {
    return size;
  }

  double get(int row, int column) {
    return values[row * size + column];
  }

  double[] times(double[] vector) {
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        result[i] += get(i, k) * vector[k];
      }
    }
    return result;
  }

  /**
   * The inverse.
   *
   * @throws IllegalArgumentException if there is none
   */
  SquareMatrix inverse() {
    double[] rest = values.clone();
    double[] inverse = new double[size * size];
    for (int i = 0; i < size; i++) {
      inverse[i * size + i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = pivot(rest, column);
      swap(rest, column, pivot);
      swap(inverse, column, pivot);
      double factor = 1 / rest[column * size + column];
      for (int k = 0; k < size; k++) {
        rest[column * size + k] *= factor;
        inverse[column * size + k] *= factor;
      }
      for (int row = 0; row < size; row++) {
        double share = row == column ? 0 : rest[row * size + column];
        for (int k = 0; k < size && share != 0; k++) {
          rest[row * size + k] -= share * rest[column * size + k];
          inverse[row * size + k] -= share * inverse[column * size + k];
        }
      }
    }
    return new SquareMatrix(size, inverse);
  }

  private int pivot(double[] rest, int column) {
    int best = column;
    for (int row = column + 1; row < size; row++) {
      if (Math.abs(rest[row * size + column]) > Math.abs(rest[best * size + column])) {
        best = row;
      }
    }
    double largest = Math.abs(rest[best * size + column]);
    if (!(largest > SINGULAR)) {
      throw new IllegalArgumentException(
          ("crosstalk matrix of %d channels: channel %d cannot be told from the others (pivot %.3g),"
                  + " expected a matrix with an inverse; average more or separate the channels")
              .formatted(size, column, largest));
    }
    return best;
  }

  private void swap(double[] matrix, int first, int second) {
    for (int k = 0; k < size && first != second; k++) {
      double value = matrix[first * size + k];
      matrix[first * size + k] = matrix[second * size + k];
      matrix[second * size + k] = value;
    }
  }
}
