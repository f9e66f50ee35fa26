package org.lightpath.photonic.mesh;

import org.lightpath.core.random.Philox;

/** Matrices for tests. */
final class Matrices {
  private Matrices() {}

  /** Elements of standard normal deviates. */
  static ComplexMatrix normal(int rows, int columns, long seed, boolean real) {
    double[] re = new double[rows * columns];
    double[] im = new double[rows * columns];
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int i = 0; i < re.length; i++) {
      Philox.complexNormal(seed, 0x54455354, 0, i, words, normal);
      re[i] = normal[0];
      im[i] = real ? 0 : normal[1];
    }
    return ComplexMatrix.of(rows, columns, re, im);
  }

  /** A matrix of 2 × 2 from eight numbers in the order of a block. */
  static ComplexMatrix block(double... t) {
    return ComplexMatrix.of(
        2, 2, new double[] {t[0], t[2], t[4], t[6]}, new double[] {t[1], t[3], t[5], t[7]});
  }

  /** N × N identity with a block on the modes m, m + 1. */
  static ComplexMatrix embedded(int n, int m, ComplexMatrix block) {
    double[] re = ComplexMatrix.identity(n).realParts();
    double[] im = new double[n * n];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        re[(m + i) * n + m + j] = block.re(i, j);
        im[(m + i) * n + m + j] = block.im(i, j);
      }
    }
    return ComplexMatrix.of(n, n, re, im);
  }

  /** diag(e^{jα}). */
  static ComplexMatrix screen(double... phases) {
    int n = phases.length;
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int i = 0; i < n; i++) {
      re[i * (n + 1)] = Math.cos(phases[i]);
      im[i * (n + 1)] = Math.sin(phases[i]);
    }
    return ComplexMatrix.of(n, n, re, im);
  }

  /** Largest modulus of the difference. */
  static double distance(ComplexMatrix a, ComplexMatrix b) {
    return a.minus(b).largestModulus();
  }
}
