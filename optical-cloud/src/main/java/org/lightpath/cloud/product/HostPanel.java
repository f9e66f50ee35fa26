package org.lightpath.cloud.product;

import java.util.Arrays;
import org.lightpath.core.plan.MatmulShape;

/**
 * Computes pieces of C from copied panels of B: four rows of C and four of B at a time, each row an
 * array of its own so that the compiler can prove that they do not overlap and vectorises the loop.
 */
final class HostPanel {
  /** Rows of C at once. */
  static final int ROWS = 4;

  /** Rows of B in a panel: with 512 columns half a megabyte, a core's second cache. */
  private static final int DEPTH = 256;

  private final float[][] panel;
  private final float[][] sums;
  private final float[] factors = new float[ROWS * DEPTH];

  /**
   * A rectangle of C.
   *
   * @param batch which product
   * @param row first row
   * @param end row after the last
   * @param column first column
   * @param width number of columns
   */
  record Piece(int batch, int row, int end, int column, int width) {}

  HostPanel(int width, int inner) {
    panel = new float[Math.min(DEPTH, Math.ceilDiv(inner, 4) * 4)][width];
    sums = new float[ROWS][width];
  }

  void multiply(Product product, Piece piece) {
    int inner = product.shape().inner();
    for (int from = 0; from < inner; from += DEPTH) {
      int depth = Math.min(DEPTH, inner - from);
      if (product.shape().transposedRight()) {
        packTransposed(product, piece, from, depth);
      } else {
        pack(product, piece, from, depth);
      }
      for (int k = depth; k % 4 != 0; k++) {
        Arrays.fill(panel[k], 0);
      }
      for (int row = piece.row; row < piece.end; row += ROWS) {
        block(product, piece, row, from, depth);
      }
    }
  }

  private void pack(Product product, Piece piece, int from, int depth) {
    MatmulShape shape = product.shape();
    int matrix = shape.sharedRight() ? 0 : piece.batch;
    for (int k = 0; k < depth; k++) {
      int b = (matrix * shape.inner() + from + k) * shape.columns() + piece.column;
      System.arraycopy(product.right().values(), b, panel[k], 0, piece.width);
    }
  }

  private void packTransposed(Product product, Piece piece, int from, int depth) {
    MatmulShape shape = product.shape();
    int matrix = shape.sharedRight() ? 0 : piece.batch;
    float[] values = product.right().values();
    for (int j = 0; j < piece.width; j++) {
      int b = (matrix * shape.columns() + piece.column + j) * shape.inner() + from;
      for (int k = 0; k < depth; k++) {
        panel[k][j] = values[b + k];
      }
    }
  }

  private void block(Product product, Piece piece, int row, int from, int depth) {
    MatmulShape shape = product.shape();
    int rows = Math.min(ROWS, piece.end - row);
    int a = (piece.batch * shape.rows() + row) * shape.inner() + from;
    int c = (piece.batch * shape.rows() + row) * shape.columns() + piece.column;
    for (int i = 0; i < ROWS; i++) {
      int filled = i < rows ? depth : 0;
      if (i < rows) {
        System.arraycopy(product.left().values(), a + i * shape.inner(), factors, i * DEPTH, depth);
      }
      Arrays.fill(factors, i * DEPTH + filled, (i + 1) * DEPTH, 0);
      if (i < rows && from > 0) {
        System.arraycopy(product.result(), c + i * shape.columns(), sums[i], 0, piece.width);
      } else {
        Arrays.fill(sums[i], 0, piece.width, 0);
      }
    }
    for (int k = 0; k < depth; k += 4) {
      tile(k, piece.width);
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(sums[i], 0, product.result(), c + i * shape.columns(), piece.width);
    }
  }

  /** Adds four rows of B to four of C. */
  private void tile(int k, int width) {
    float[] c0 = sums[0];
    float[] c1 = sums[1];
    float[] c2 = sums[2];
    float[] c3 = sums[3];
    float[] b0 = panel[k];
    float[] b1 = panel[k + 1];
    float[] b2 = panel[k + 2];
    float[] b3 = panel[k + 3];
    float[] x = factors;
    int r1 = DEPTH + k;
    int r2 = 2 * DEPTH + k;
    int r3 = 3 * DEPTH + k;
    float x00 = x[k];
    float x01 = x[k + 1];
    float x02 = x[k + 2];
    float x03 = x[k + 3];
    float x10 = x[r1];
    float x11 = x[r1 + 1];
    float x12 = x[r1 + 2];
    float x13 = x[r1 + 3];
    float x20 = x[r2];
    float x21 = x[r2 + 1];
    float x22 = x[r2 + 2];
    float x23 = x[r2 + 3];
    float x30 = x[r3];
    float x31 = x[r3 + 1];
    float x32 = x[r3 + 2];
    float x33 = x[r3 + 3];
    for (int j = 0; j < width; j++) {
      float y0 = b0[j];
      float y1 = b1[j];
      float y2 = b2[j];
      float y3 = b3[j];
      c0[j] = Math.fma(x03, y3, Math.fma(x02, y2, Math.fma(x01, y1, Math.fma(x00, y0, c0[j]))));
      c1[j] = Math.fma(x13, y3, Math.fma(x12, y2, Math.fma(x11, y1, Math.fma(x10, y0, c1[j]))));
      c2[j] = Math.fma(x23, y3, Math.fma(x22, y2, Math.fma(x21, y1, Math.fma(x20, y0, c2[j]))));
      c3[j] = Math.fma(x33, y3, Math.fma(x32, y2, Math.fma(x31, y1, Math.fma(x30, y0, c3[j]))));
    }
  }
}
