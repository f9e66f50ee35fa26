package org.lightpath.cloud.product;

import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.plan.MatmulShape;

/** Products summed element by element. */
final class HostSums {
  private HostSums() {}

  /** A product of few rows with a B that is stored transposed: sums along contiguous memory. */
  static void dots(Product product) {
    MatmulShape shape = product.shape();
    float[] left = product.left().values();
    float[] right = product.right().values();
    int inner = shape.inner();
    columns(
        shape, (a, b, c) -> product.result()[c] = dot(left, a * inner, right, b * inner, inner));
  }

  /** Sums in binary64, rounded once. */
  static void exact(Product product) {
    MatmulShape shape = product.shape();
    if (shape.transposedRight()) {
      float[] left = product.left().values();
      float[] right = product.right().values();
      int inner = shape.inner();
      columns(
          shape,
          (a, b, c) -> product.result()[c] = exactDot(left, a * inner, right, b * inner, inner));
      return;
    }
    Parallel.ranges(
        shape.batch() * shape.rows(),
        (int) Math.max(1, HostMultiplier.PIECE_MACS / ((long) shape.columns() * shape.inner())),
        (from, to) -> {
          double[] sums = new double[shape.columns()];
          for (int row = from; row < to; row++) {
            exactRow(product, row, sums);
          }
        });
  }

  private static void exactRow(Product product, int row, double[] sums) {
    MatmulShape shape = product.shape();
    float[] left = product.left().values();
    float[] right = product.right().values();
    int columns = shape.columns();
    int matrix = shape.sharedRight() ? 0 : row / shape.rows();
    java.util.Arrays.fill(sums, 0);
    for (int k = 0; k < shape.inner(); k++) {
      double factor = left[row * shape.inner() + k];
      int b = (matrix * shape.inner() + k) * columns;
      for (int j = 0; j < columns; j++) {
        sums[j] = Math.fma(factor, (double) right[b + j], sums[j]);
      }
    }
    for (int j = 0; j < columns; j++) {
      product.result()[row * columns + j] = (float) sums[j];
    }
  }

  /** An element of C. */
  private interface Element {
    /** Row of A, row of the transposed B, place in C. */
    void compute(int a, int b, int c);
  }

  private static void columns(MatmulShape shape, Element element) {
    int columns = shape.columns();
    int rows = shape.rows();
    Parallel.ranges(
        shape.batch() * columns,
        (int) Math.max(1, HostMultiplier.PIECE_MACS / ((long) shape.inner() * rows)),
        (from, to) -> {
          for (int item = from; item < to; item++) {
            int batch = item / columns;
            int column = item % columns;
            for (int row = 0; row < rows; row++) {
              int a = batch * rows + row;
              element.compute(a, shape.sharedRight() ? column : item, a * columns + column);
            }
          }
        });
  }

  /** Four sums side by side, so that an addition need not wait for the one before. */
  private static float dot(float[] left, int a, float[] right, int b, int inner) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int k = 0;
    for (; k + 4 <= inner; k += 4) {
      s0 = Math.fma(left[a + k], right[b + k], s0);
      s1 = Math.fma(left[a + k + 1], right[b + k + 1], s1);
      s2 = Math.fma(left[a + k + 2], right[b + k + 2], s2);
      s3 = Math.fma(left[a + k + 3], right[b + k + 3], s3);
    }
    for (; k < inner; k++) {
      s0 = Math.fma(left[a + k], right[b + k], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static float exactDot(float[] left, int a, float[] right, int b, int inner) {
    double sum = 0;
    for (int k = 0; k < inner; k++) {
      sum = Math.fma((double) left[a + k], (double) right[b + k], sum);
    }
    return (float) sum;
  }
}
