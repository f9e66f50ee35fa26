package org.lightpath.photonic.mesh;

import java.util.Arrays;

/**
 * A dense complex matrix in double precision: row by row, real and imaginary parts in two arrays.
 *
 * <p>Immutable. Made for the host-side mathematics of meshes; products of data with matrices are
 * the engines' business.
 */
public final class ComplexMatrix {
  /** Rows of the right factor that are kept near while the left factor's rows pass. */
  private static final int DEPTH = 32;

  /** Columns of the right factor that are kept near: 2 × 32 × 256 doubles are 128 KiB. */
  private static final int WIDTH = 256;

  private final int rows;
  private final int columns;
  private final double[] re;
  private final double[] im;

  /** Takes the arrays without copying: for code of this package that gives them away. */
  ComplexMatrix(int rows, int columns, double[] re, double[] im) {
    if (rows < 1 || columns < 1 || re.length != rows * columns || im.length != re.length) {
      throw new IllegalArgumentException(
          "matrix of %d × %d: expected at least 1 × 1 and rows × columns numbers in each part, got %d and %d"
              .formatted(rows, columns, re.length, im.length));
    }
    this.rows = rows;
    this.columns = columns;
    this.re = re;
    this.im = im;
  }

  /**
   * A matrix of given real and imaginary parts, row by row. The arrays are copied.
   *
   * @throws IllegalArgumentException if the arrays do not hold rows × columns numbers
   */
  public static ComplexMatrix of(int rows, int columns, double[] re, double[] im) {
    return new ComplexMatrix(rows, columns, re.clone(), im.clone());
  }

  /** A matrix without imaginary parts, row by row. The array is copied. */
  public static ComplexMatrix real(int rows, int columns, double[] values) {
    return new ComplexMatrix(rows, columns, values.clone(), new double[values.length]);
  }

  /** The identity of N modes. */
  public static ComplexMatrix identity(int size) {
    double[] re = new double[size * size];
    for (int i = 0; i < size; i++) {
      re[i * size + i] = 1;
    }
    return new ComplexMatrix(size, size, re, new double[size * size]);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Real part of an element. */
  public double re(int row, int column) {
    return re[row * columns + column];
  }

  /** Imaginary part of an element. */
  public double im(int row, int column) {
    return im[row * columns + column];
  }

  /** Real parts, row by row, as a copy. */
  public double[] realParts() {
    return re.clone();
  }

  /** Imaginary parts, row by row, as a copy. */
  public double[] imaginaryParts() {
    return im.clone();
  }

  /**
   * The product A B.
   *
   * @throws IllegalArgumentException if A has another number of columns than B has rows
   */
  public ComplexMatrix times(ComplexMatrix right) {
    if (columns != right.rows) {
      throw new IllegalArgumentException(
          "product of %d × %d and %d × %d: expected as many columns left as rows right"
              .formatted(rows, columns, right.rows, right.columns));
    }
    double[] productRe = new double[rows * right.columns];
    double[] productIm = new double[rows * right.columns];
    for (int k = 0; k < columns; k += DEPTH) {
      for (int j = 0; j < right.columns; j += WIDTH) {
        Panel panel =
            new Panel(k, Math.min(k + DEPTH, columns), j, Math.min(j + WIDTH, right.columns));
        for (int row = 0; row < rows; row++) {
          addPanel(row, panel, right, productRe, productIm);
        }
      }
    }
    return new ComplexMatrix(rows, right.columns, productRe, productIm);
  }

  private record Panel(int k0, int k1, int j0, int j1) {}

  private void addPanel(
      int row, Panel panel, ComplexMatrix right, double[] productRe, double[] productIm) {
    int out = row * right.columns;
    for (int k = panel.k0; k < panel.k1; k++) {
      double ar = re[row * columns + k];
      double ai = im[row * columns + k];
      int in = k * right.columns;
      for (int j = panel.j0; j < panel.j1; j++) {
        double br = right.re[in + j];
        double bi = right.im[in + j];
        productRe[out + j] += ar * br - ai * bi;
        productIm[out + j] += ar * bi + ai * br;
      }
    }
  }

  /** A†: transposed and conjugated. */
  public ComplexMatrix adjoint() {
    int height = columns;
    int width = rows;
    double[] outRe = new double[re.length];
    double[] outIm = new double[re.length];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        outRe[i * width + j] = re[j * columns + i];
        outIm[i * width + j] = -im[j * columns + i];
      }
    }
    return new ComplexMatrix(height, width, outRe, outIm);
  }

  /**
   * A − B.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public ComplexMatrix minus(ComplexMatrix other) {
    requireShape(other.rows, other.columns);
    double[] outRe = re.clone();
    double[] outIm = im.clone();
    for (int i = 0; i < outRe.length; i++) {
      outRe[i] -= other.re[i];
      outIm[i] -= other.im[i];
    }
    return new ComplexMatrix(rows, columns, outRe, outIm);
  }

  /** The first rows and columns. */
  public ComplexMatrix leading(int leadingRows, int leadingColumns) {
    double[] outRe = new double[leadingRows * leadingColumns];
    double[] outIm = new double[leadingRows * leadingColumns];
    for (int row = 0; row < leadingRows; row++) {
      System.arraycopy(re, row * columns, outRe, row * leadingColumns, leadingColumns);
      System.arraycopy(im, row * columns, outIm, row * leadingColumns, leadingColumns);
    }
    return new ComplexMatrix(leadingRows, leadingColumns, outRe, outIm);
  }

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the matrix has another one
   */
  void requireShape(int expectedRows, int expectedColumns) {
    if (rows != expectedRows || columns != expectedColumns) {
      throw new IllegalArgumentException(
          "matrix of %d × %d, expected %d × %d"
              .formatted(rows, columns, expectedRows, expectedColumns));
    }
  }

  /** Frobenius norm √(Σ|a_ij|²). */
  public double frobeniusNorm() {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += re[i] * re[i] + im[i] * im[i];
    }
    return Math.sqrt(sum);
  }

  /** Largest modulus of an element. */
  public double largestModulus() {
    double largest = 0;
    for (int i = 0; i < re.length; i++) {
      largest = Math.max(largest, Math.hypot(re[i], im[i]));
    }
    return largest;
  }

  /** Largest modulus of an element of A†A − I: 0 where the columns are orthonormal. */
  public double unitarityError() {
    return adjoint().times(this).minus(identity(columns)).largestModulus();
  }

  /** Whether every element is a finite number. */
  public boolean isFinite() {
    return Arrays.stream(re).allMatch(Double::isFinite)
        && Arrays.stream(im).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComplexMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(re, that.re)
        && Arrays.equals(im, that.im);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + Arrays.hashCode(re)) + Arrays.hashCode(im);
  }
}
