package org.lightpath.core.plan;

import org.lightpath.core.field.MatrixShape;

/**
 * Extents of a batched product C[M,N] = A[M,K] · B[K,N].
 *
 * @param batch number of products
 * @param rows M
 * @param columns N
 * @param inner K
 * @param sharedRight whether all products of the batch have the same B
 * @param transposedRight whether B is stored as its transpose, [N,K]
 */
public record MatmulShape(
    int batch, int rows, int columns, int inner, boolean sharedRight, boolean transposedRight) {
  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if an extent is below 1
   */
  public MatmulShape {
    if (batch < 1 || rows < 1 || columns < 1 || inner < 1) {
      throw new IllegalArgumentException(
          "product of batch=%d, M=%d, N=%d, K=%d: every extent must be at least 1"
              .formatted(batch, rows, columns, inner));
    }
  }

  /** One product, or a batch of independent ones. */
  public static MatmulShape of(int batch, int rows, int columns, int inner) {
    return new MatmulShape(batch, rows, columns, inner, false, false);
  }

  /** Shape of A. */
  public MatrixShape left() {
    return new MatrixShape(batch, rows, inner);
  }

  /** Shape of B as it is stored. */
  public MatrixShape right() {
    int matrices = sharedRight ? 1 : batch;
    return transposedRight
        ? new MatrixShape(matrices, columns, inner)
        : new MatrixShape(matrices, inner, columns);
  }

  /** Shape of C. */
  public MatrixShape result() {
    return new MatrixShape(batch, rows, columns);
  }

  /** Multiply-accumulate operations: batch · M · N · K. */
  public long macs() {
    return (long) batch * rows * columns * inner;
  }
}
