package org.lightpath.photonic.mesh;

import java.util.Arrays;

/**
 * Turns a unitary matrix into a diagonal one by blocks on neighbouring modes, and collects their
 * angles.
 *
 * <p>The matrix is kept by columns: a block from the right mixes two contiguous columns, and the
 * blocks of one stage from the left, whose rows follow each other, run down each column in turn.
 */
final class Nulling {
  private final int n;
  private final double[] re;
  private final double[] im;

  /** Blocks in the order of nulling, those from the right and those from the left. */
  private final Blocks right;

  private final Blocks left;
  private final double[] t = new double[RealisedMesh.BLOCK];

  Nulling(ComplexMatrix unitary) {
    n = unitary.rows();
    ComplexMatrix transposed = unitary.adjoint();
    re = transposed.realParts();
    im = transposed.imaginaryParts();
    for (int i = 0; i < im.length; i++) {
      im[i] = -im[i];
    }
    right = new Blocks(n * (n - 1) / 2);
    left = new Blocks(n * (n - 1) / 2);
  }

  /** Modes and angles of a sequence of blocks. */
  private static final class Blocks {
    private final int[] mode;
    private final double[] theta;
    private final double[] phi;
    private int count;

    Blocks(int capacity) {
      mode = new int[capacity];
      theta = new double[capacity];
      phi = new double[capacity];
    }

    void add(int upperMode, double innerPhase, double outerPhase) {
      mode[count] = upperMode;
      theta[count] = innerPhase;
      phi[count++] = outerPhase;
    }
  }

  /** The order of Clements et al. */
  void alongAntidiagonals() {
    for (int i = 0; i < n - 1; i++) {
      if (i % 2 == 0) {
        for (int j = 0; j <= i; j++) {
          nullFromRight(n - 1 - j, i - j);
        }
      } else {
        nullFromLeft(i);
      }
    }
  }

  /** The order of Reck et al. */
  void alongRows() {
    for (int row = n - 1; row > 0; row--) {
      for (int column = 0; column < row; column++) {
        nullFromRight(row, column);
      }
    }
  }

  /**
   * U ← U T† on the columns m, m + 1 such that U[row, m] = 0: {@code u₁ e^{−jφ} sin(θ/2) + u₂
   * cos(θ/2) = 0}. Rows below are zero in both columns already.
   */
  private void nullFromRight(int row, int m) {
    int first = m * n;
    double u1 = Math.hypot(re[first + row], im[first + row]);
    double u2 = Math.hypot(re[first + n + row], im[first + n + row]);
    // The bar state where there is nothing to null.
    double theta = u1 == 0 ? Math.PI : 2 * Math.atan2(u2, u1);
    double phi =
        u1 == 0 || u2 == 0 ? 0 : argument(first + row) - argument(first + n + row) + Math.PI;
    right.add(m, theta, phi);
    Interferometer.writeIdeal(theta, phi, t);
    mixColumns(first, row);
    re[first + row] = 0;
    im[first + row] = 0;
  }

  private double argument(int at) {
    return Math.atan2(im[at], re[at]);
  }

  /** Columns (x, y) ← (x t₁₁* + y t₁₂*, x t₂₁* + y t₂₂*) down to a row. */
  private void mixColumns(int first, int row) {
    double ar = t[0];
    double ai = t[1];
    double br = t[2];
    double bi = t[3];
    double cr = t[4];
    double ci = t[5];
    double dr = t[6];
    double di = t[7];
    for (int i = first; i <= first + row; i++) {
      double xr = re[i];
      double xi = im[i];
      double yr = re[i + n];
      double yi = im[i + n];
      re[i] = ar * xr + ai * xi + br * yr + bi * yi;
      im[i] = ar * xi - ai * xr + br * yi - bi * yr;
      re[i + n] = cr * xr + ci * xi + dr * yr + di * yi;
      im[i + n] = cr * xi - ci * xr + dr * yi - di * yr;
    }
  }

  /**
   * U ← T_j U on the rows r − 1, r with r = N − 1 − i + j, for j = 0 … i, such that U[r, j] = 0:
   * {@code e^{jφ} cos(θ/2) u₁ = sin(θ/2) u₂}. Column j settles T_j once T_0 … T_{j−1} have passed
   * over it.
   */
  private void nullFromLeft(int i) {
    double[] stage = new double[RealisedMesh.BLOCK * (i + 1)];
    for (int column = 0; column < n; column++) {
      // Row of T_0's upper mode in this column.
      int top = column * n + n - 2 - i;
      mixDown(stage, Math.min(column, i + 1), top);
      if (column <= i) {
        settle(n - 2 - i + column, top + column);
        System.arraycopy(t, 0, stage, RealisedMesh.BLOCK * column, RealisedMesh.BLOCK);
      }
    }
  }

  private void mixDown(double[] stage, int blocks, int top) {
    double xr = re[top];
    double xi = im[top];
    for (int j = 0; j < blocks; j++) {
      int b = RealisedMesh.BLOCK * j;
      double yr = re[top + j + 1];
      double yi = im[top + j + 1];
      re[top + j] = stage[b] * xr - stage[b + 1] * xi + stage[b + 2] * yr - stage[b + 3] * yi;
      im[top + j] = stage[b] * xi + stage[b + 1] * xr + stage[b + 2] * yi + stage[b + 3] * yr;
      double nr = stage[b + 4] * xr - stage[b + 5] * xi + stage[b + 6] * yr - stage[b + 7] * yi;
      xi = stage[b + 4] * xi + stage[b + 5] * xr + stage[b + 6] * yi + stage[b + 7] * yr;
      xr = nr;
    }
    re[top + blocks] = xr;
    im[top + blocks] = xi;
  }

  /** Chooses the block on a mode that nulls the element below {@code at}, and applies it there. */
  private void settle(int mode, int at) {
    double u1 = Math.hypot(re[at], im[at]);
    double u2 = Math.hypot(re[at + 1], im[at + 1]);
    double theta = u2 == 0 ? Math.PI : 2 * Math.atan2(u1, u2);
    double phi = u1 == 0 || u2 == 0 ? 0 : argument(at + 1) - argument(at);
    left.add(mode, theta, phi);
    Interferometer.writeIdeal(theta, phi, t);
    mixDown(t, 1, at);
    re[at + 1] = 0;
    im[at + 1] = 0;
  }

  /** ‖R − diag(e^{j arg R_kk})‖_F / √N of what is left of the matrix. */
  double remainder() {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      double modulus = Math.hypot(re[i], im[i]);
      double excess = i % (n + 1) == 0 ? modulus - 1 : modulus;
      sum += excess * excess;
    }
    return Math.sqrt(sum / n);
  }

  /**
   * The mesh: U = T_L0† … T_Lk† D T_Rm … T_R0, with D moved to the front by {@code T(θ, φ)†
   * diag(e^{jα}, e^{jβ}) = diag(e^{j(β − φ + π − θ)}, e^{j(β + π − θ)}) T(θ, α − β)}.
   */
  InterferometerMesh mesh(MeshLayout layout) {
    double[] diagonal = new double[n];
    for (int k = 0; k < n; k++) {
      diagonal[k] = argument(k * (n + 1));
    }
    Placement placement = new Placement(layout);
    for (int k = 0; k < right.count; k++) {
      placement.add(right.mode[k], right.theta[k], right.phi[k]);
    }
    for (int k = left.count - 1; k >= 0; k--) {
      int m = left.mode[k];
      double alpha = diagonal[m];
      double beta = diagonal[m + 1];
      placement.add(m, left.theta[k], alpha - beta);
      diagonal[m + 1] = Phases.wrap(beta + Math.PI - left.theta[k]);
      diagonal[m] = Phases.wrap(diagonal[m + 1] - left.phi[k]);
    }
    return new InterferometerMesh(layout, placement.theta, placement.phi, diagonal);
  }

  /** Puts blocks, in the order the light meets them, into the earliest column that is free. */
  private static final class Placement {
    private final MeshLayout layout;
    private final int[] free;
    private final double[] theta;
    private final double[] phi;

    Placement(MeshLayout layout) {
      this.layout = layout;
      free = new int[layout.modes()];
      theta = new double[layout.size()];
      phi = new double[layout.size()];
      Arrays.fill(theta, Math.PI);
    }

    void add(int mode, double innerPhase, double outerPhase) {
      int column = Math.max(free[mode], free[mode + 1]);
      free[mode] = column + 1;
      free[mode + 1] = column + 1;
      int index = layout.index(column, mode);
      theta[index] = innerPhase;
      phi[index] = outerPhase;
    }
  }
}
