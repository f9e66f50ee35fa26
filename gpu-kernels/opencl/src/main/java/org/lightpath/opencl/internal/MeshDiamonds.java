package org.lightpath.opencl.internal;

import java.util.Arrays;
import org.lightpath.core.plan.MeshColumns;

/**
 * Diamonds of b × b pairs of an alternating mesh, b even, and their dense matrices.
 *
 * <p>A pair of the modes m, m + 1 in column c has the coordinates u = (c + m − b)/2 and v = (c − m
 * + b − 2)/2; it follows those at (u − 1, v) and (u, v − 1). So the diamond U = ⌊u/b⌋, V = ⌊v/b⌋
 * follows (U − 1, V) and (U, V − 1), and all diamonds of a layer s = U + V are independent. Diamond
 * (U, V) acts on the 2b modes from (U − V) b on: the layers tile the modes like bricks.
 *
 * @param mesh alternating columns
 * @param side b
 */
record MeshDiamonds(AlternatingMesh mesh, int side) {
  /** Layers: s from −1 to ⌊(D − 2)/b⌋ for D columns. */
  int layers() {
    return (mesh.columns() - 2) / side + 2;
  }

  /** First mode of the first window of a layer: 0, or −b. */
  int firstMode(int layer) {
    return layer % 2 == 0 ? -side : 0;
  }

  /** Windows of a layer. */
  int windows(int layer) {
    return Math.ceilDiv(mesh.mesh().modes() - firstMode(layer), 2 * side);
  }

  /** Matrices of all layers before one. */
  int before(int layer) {
    int sum = 0;
    for (int l = 0; l < layer; l++) {
      sum += windows(l);
    }
    return sum;
  }

  /**
   * Matrix of a diamond, 2b × 2b complex numbers row by row.
   *
   * @param matrix overwritten
   */
  void compose(int chip, int layer, int window, double[] matrix) {
    int width = 2 * side;
    Arrays.fill(matrix, 0);
    for (int i = 0; i < width; i++) {
      matrix[2 * (i * width + i)] = 1;
    }
    double[] t = new double[MeshColumns.BLOCK];
    int first = firstMode(layer) + window * width;
    int s = layer - 1;
    // U − V is first / b and U + V is s.
    int fromU = (s + first / side) / 2 * side;
    int fromV = (s - first / side) / 2 * side;
    int last = Math.min(mesh.columns(), s * side + width) - 1;
    for (int column = Math.max(0, s * side + 1); column <= last; column++) {
      int time = column - 1;
      int to = Math.min(fromU + side - 1, time - fromV);
      for (int u = Math.max(fromU, time - fromV - side + 1); u <= to; u++) {
        int mode = 2 * u - time + side - 1;
        if (mode >= -1 && mode < mesh.mesh().modes()) {
          mesh.block(chip, column, mode, t);
          int row = 2 * (mode - first) * width;
          AlternatingMesh.combine(t, matrix, row, matrix, row + 2 * width, width);
        }
      }
    }
  }
}
