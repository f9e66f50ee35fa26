package org.lightpath.core.field;

/**
 * Shape of a batch of real matrices: (batch, row, column), columns contiguous.
 *
 * @param batch number of matrices, at least 1
 * @param rows rows of each, at least 1
 * @param columns columns of each, at least 1
 */
public record MatrixShape(int batch, int rows, int columns) {
  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if an extent is below 1
   */
  public MatrixShape {
    if (batch < 1 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "matrix shape (batch=%d, rows=%d, columns=%d): every extent must be at least 1"
              .formatted(batch, rows, columns));
    }
  }

  /** Numbers in all: batch · rows · columns. */
  public long elements() {
    return (long) batch * rows * columns;
  }

  /** Index of a number in the flat layout. */
  public long index(int matrix, int row, int column) {
    return ((long) matrix * rows + row) * columns + column;
  }
}
