package org.lightpath.photonic.mesh;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A = L P B Q† R† of M × N, M ≥ N: L and R products of reflectors, P and Q diagonal phases, B real
 * and upper bidiagonal.
 */
final class Bidiagonal {
  private final int rows;
  private final int columns;
  private final List<Reflector> left = new ArrayList<>();
  private final List<Reflector> right = new ArrayList<>();
  private final DMatrixRMaj real;
  private final double[] p;
  private final double[] q;

  Bidiagonal(ComplexMatrix a) {
    rows = a.rows();
    columns = a.columns();
    real = new DMatrixRMaj(columns, columns);
    p = new double[2 * columns];
    q = new double[2 * columns];
    Block block = Block.copyOf(a);
    q[0] = 1;
    for (int k = 0; k < columns; k++) {
      reflectColumn(block, k);
      if (k + 1 < columns) {
        reflectRow(block, k);
      }
    }
  }

  private void reflectColumn(Block block, int k) {
    double[] re = new double[rows - k];
    double[] im = new double[rows - k];
    for (int i = k; i < rows; i++) {
      re[i - k] = block.re()[i * columns + k];
      im[i - k] = block.im()[i * columns + k];
    }
    Reflector reflector = new Reflector(re, im);
    reflector.fromLeft(block, k, k + 1);
    left.add(reflector);
    // d_k = p_k |d_k| q_k*
    real.set(k, k, Math.hypot(reflector.betaRe(), reflector.betaIm()));
    phase(reflector.betaRe(), reflector.betaIm(), q, p, k, k);
  }

  private void reflectRow(Block block, int k) {
    int length = columns - k - 1;
    double[] re = new double[length];
    double[] im = new double[length];
    for (int j = 0; j < length; j++) {
      re[j] = block.re()[k * columns + k + 1 + j];
      im[j] = -block.im()[k * columns + k + 1 + j];
    }
    Reflector reflector = new Reflector(re, im);
    reflector.fromRight(block, k + 1, k + 1);
    right.add(reflector);
    // The row becomes β* e₁ᵀ = p_k |β| q_{k+1}*, so q_{k+1} = p_k β/|β|.
    real.set(k, k + 1, Math.hypot(reflector.betaRe(), reflector.betaIm()));
    phase(reflector.betaRe(), reflector.betaIm(), p, q, k, k + 1);
  }

  /** target[to] = source[from] · z/|z|, with 1 for the phase of 0. */
  private static void phase(
      double re, double im, double[] source, double[] target, int from, int to) {
    double modulus = Math.hypot(re, im);
    double pr = modulus == 0 ? 1 : re / modulus;
    double pi = modulus == 0 ? 0 : im / modulus;
    target[2 * to] = source[2 * from] * pr - source[2 * from + 1] * pi;
    target[2 * to + 1] = source[2 * from] * pi + source[2 * from + 1] * pr;
  }

  DMatrixRMaj realForm() {
    return real;
  }

  /** L (P X ⊕ I): M × M. */
  ComplexMatrix left(DMatrixRMaj x) {
    Block block = Block.identity(rows);
    scaledRows(p, x, block);
    for (int k = columns - 1; k >= 0; k--) {
      left.get(k).fromLeft(block, k, 0);
    }
    return block.matrix();
  }

  /** R Q X: N × N. */
  ComplexMatrix right(DMatrixRMaj x) {
    Block block = Block.identity(columns);
    scaledRows(q, x, block);
    for (int k = columns - 2; k >= 0; k--) {
      right.get(k).fromLeft(block, k + 1, 0);
    }
    return block.matrix();
  }

  private static void scaledRows(double[] phases, DMatrixRMaj x, Block block) {
    for (int i = 0; i < x.numRows; i++) {
      for (int j = 0; j < x.numCols; j++) {
        block.re()[i * block.columns() + j] = phases[2 * i] * x.get(i, j);
        block.im()[i * block.columns() + j] = phases[2 * i + 1] * x.get(i, j);
      }
    }
  }
}
