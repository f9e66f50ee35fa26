package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.MeshColumns;

/**
 * A mesh whose columns alternate: column c pairs the modes m and m + 1 for every m of the parity of
 * c, from −1 on. Neighbouring columns of one parity are multiplied into one, a missing first even
 * or last odd column is the identity, and the phase screen is multiplied into the last column: with
 * the pairs that reach beyond the modes, every mode is in every column.
 */
final class AlternatingMesh {
  private final MeshColumns mesh;

  /** Columns of the mesh that each column here is the product of. */
  private final List<List<Integer>> factors = new ArrayList<>();

  AlternatingMesh(MeshColumns mesh) {
    this.mesh = mesh;
    for (int column = 0; column < mesh.columns(); column++) {
      if (factors.isEmpty() && mesh.first(column) == 1) {
        factors.add(new ArrayList<>());
      }
      if (factors.size() % 2 == mesh.first(column)) {
        factors.add(new ArrayList<>());
      }
      factors.getLast().add(column);
    }
    while (factors.isEmpty() || factors.size() % 2 == 1) {
      factors.add(new ArrayList<>());
    }
  }

  MeshColumns mesh() {
    return mesh;
  }

  /** Columns, an even number of at least two. */
  int columns() {
    return factors.size();
  }

  /**
   * Pairs of a column with those that reach beyond the modes: slot q begins at mode 2q − (c mod 2).
   */
  int slots() {
    return mesh.modes() / 2 + 1;
  }

  /**
   * Writes t₁₁, t₁₂, t₂₁, t₂₂ of a pair, each as (re, im).
   *
   * @param mode first of the pair, of the parity of the column; the identity where there is no pair
   * @param t overwritten
   */
  void block(int chip, int column, int mode, double[] t) {
    identity(t);
    double[] own = new double[MeshColumns.BLOCK];
    if (mode >= 0 && mode + 1 < mesh.modes()) {
      for (int source : factors.get(column)) {
        int pair = (mode - mesh.first(source)) / 2;
        for (int i = 0; i < own.length; i++) {
          own[i] = mesh.block(chip, source, pair, i);
        }
        combine(own, t, 0, t, 4, 2);
      }
    }
    if (column == columns() - 1) {
      screen(chip, mode, t, 0);
      screen(chip, mode + 1, t, 4);
    }
  }

  private static void identity(double[] t) {
    for (int i = 0; i < t.length; i++) {
      t[i] = i == 0 || i == 6 ? 1 : 0;
    }
  }

  private void screen(int chip, int mode, double[] t, int at) {
    if (mode < 0 || mode >= mesh.modes()) {
      return;
    }
    double c = mesh.screenRe(chip, mode);
    double s = mesh.screenIm(chip, mode);
    for (int i = at; i < at + 4; i += 2) {
      double re = t[i];
      t[i] = c * re - s * t[i + 1];
      t[i + 1] = c * t[i + 1] + s * re;
    }
  }

  /**
   * (x, y) ← T (x, y) for two rows of complex numbers.
   *
   * @param atX where the first row begins
   * @param atY where the second row begins
   * @param count complex numbers of a row
   */
  static void combine(double[] t, double[] x, int atX, double[] y, int atY, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      double xr = x[atX + i];
      double xi = x[atX + i + 1];
      double yr = y[atY + i];
      double yi = y[atY + i + 1];
      x[atX + i] = t[0] * xr - t[1] * xi + t[2] * yr - t[3] * yi;
      x[atX + i + 1] = t[0] * xi + t[1] * xr + t[2] * yi + t[3] * yr;
      y[atY + i] = t[4] * xr - t[5] * xi + t[6] * yr - t[7] * yi;
      y[atY + i + 1] = t[4] * xi + t[5] * xr + t[6] * yi + t[7] * yr;
    }
  }
}
