package org.lightpath.photonic.mesh;

/**
 * A complex Householder reflector H = I − 2 v v†/(v†v) that turns a vector x into β e₁, with β =
 * −‖x‖ x₁/|x₁| (the sign that does not cancel). H is unitary and its own inverse.
 */
final class Reflector {
  private final double[] re;
  private final double[] im;
  private final double twoOverNormSquared;
  private final double betaRe;
  private final double betaIm;

  /** Reflector of x. The arrays become its vector v = x − β e₁. */
  Reflector(double[] re, double[] im) {
    this.re = re;
    this.im = im;
    double squares = 0;
    for (int i = 0; i < re.length; i++) {
      squares += re[i] * re[i] + im[i] * im[i];
    }
    double norm = Math.sqrt(squares);
    double first = Math.hypot(re[0], im[0]);
    betaRe = first == 0 ? -norm : -norm * (re[0] / first);
    betaIm = first == 0 ? 0 : -norm * (im[0] / first);
    re[0] -= betaRe;
    im[0] -= betaIm;
    // v†v = 2 ‖x‖ (‖x‖ + |x₁|); x = 0 needs no reflection.
    twoOverNormSquared = norm == 0 ? 0 : 1 / (norm * (norm + first));
  }

  double betaRe() {
    return betaRe;
  }

  double betaIm() {
    return betaIm;
  }

  /** A ← H A on the rows from {@code row} and the columns from {@code column} of A. */
  void fromLeft(Block a, int row, int column) {
    Block sums = new Block(1, a.columns(), new double[a.columns()], new double[a.columns()]);
    for (int i = 0; i < re.length; i++) {
      accumulate(i, a, row + i, column, sums);
    }
    for (int i = 0; i < re.length; i++) {
      subtract(i, a, row + i, column, sums);
    }
  }

  /** sums += v_i* a_row */
  private void accumulate(int i, Block a, int row, int column, Block sums) {
    int base = row * a.columns();
    for (int j = column; j < a.columns(); j++) {
      sums.re()[j] += re[i] * a.re()[base + j] + im[i] * a.im()[base + j];
      sums.im()[j] += re[i] * a.im()[base + j] - im[i] * a.re()[base + j];
    }
  }

  /** a_row −= 2/(v†v) v_i sums */
  private void subtract(int i, Block a, int row, int column, Block sums) {
    double sr = -twoOverNormSquared * re[i];
    double si = -twoOverNormSquared * im[i];
    int base = row * a.columns();
    for (int j = column; j < a.columns(); j++) {
      a.re()[base + j] += sr * sums.re()[j] - si * sums.im()[j];
      a.im()[base + j] += sr * sums.im()[j] + si * sums.re()[j];
    }
  }

  /** A ← A H on the rows from {@code row} and the columns from {@code column} of A. */
  void fromRight(Block a, int row, int column) {
    for (int i = row; i < a.rows(); i++) {
      int base = i * a.columns() + column;
      double sumRe = 0;
      double sumIm = 0;
      for (int j = 0; j < re.length; j++) {
        sumRe += a.re()[base + j] * re[j] - a.im()[base + j] * im[j];
        sumIm += a.re()[base + j] * im[j] + a.im()[base + j] * re[j];
      }
      double sr = -twoOverNormSquared * sumRe;
      double si = -twoOverNormSquared * sumIm;
      for (int j = 0; j < re.length; j++) {
        a.re()[base + j] += sr * re[j] + si * im[j];
        a.im()[base + j] += si * re[j] - sr * im[j];
      }
    }
  }
}
