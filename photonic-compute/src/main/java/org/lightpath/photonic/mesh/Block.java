package org.lightpath.photonic.mesh;

/** A matrix under construction, row by row: the workplace of {@link Reflector}. */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: reflectors write into the arrays
record Block(int rows, int columns, double[] re, double[] im) {
  /** A copy of a matrix. */
  static Block copyOf(ComplexMatrix matrix) {
    return new Block(matrix.rows(), matrix.columns(), matrix.realParts(), matrix.imaginaryParts());
  }

  /** The identity. */
  static Block identity(int size) {
    return copyOf(ComplexMatrix.identity(size));
  }

  /** Gives the arrays away. */
  ComplexMatrix matrix() {
    return new ComplexMatrix(rows, columns, re, im);
  }
}
