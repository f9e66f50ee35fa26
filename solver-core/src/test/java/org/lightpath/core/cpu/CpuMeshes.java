package org.lightpath.core.cpu;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.lightpath.core.plan.MeshColumns;

/** Meshes without loss for the tests of the host engine. */
final class CpuMeshes {
  private CpuMeshes() {}

  /** Every place filled, columns of alternating parity. */
  static MeshColumns rectangular(int modes, int columns) {
    return mesh(modes, columns, (_, _) -> 1);
  }

  /** N (N − 1) / 2 interferometers in a triangle: more than half the places are empty. */
  static MeshColumns triangular(int modes) {
    int columns = 2 * modes - 3;
    return mesh(modes, columns, (column, m) -> m <= Math.min(column, columns - 1 - column) ? 1 : 0);
  }

  private static MeshColumns mesh(int modes, int columns, IntBinaryOperator filled) {
    int pairs = modes / 2;
    int[] first = new int[columns];
    double[] blocks = new double[columns * pairs * MeshColumns.BLOCK];
    for (int column = 0; column < columns; column++) {
      first[column] = column % 2;
      for (int pair = 0; pair < pairs; pair++) {
        int m = first[column] + 2 * pair;
        boolean there = m + 1 < modes && filled.applyAsInt(column, m) == 1;
        int place = column * pairs + pair;
        write(blocks, place * MeshColumns.BLOCK, there ? 1 + 0.7 * place : 0, 1.3 * place, there);
      }
    }
    double[] screen = new double[2 * modes];
    for (int m = 0; m < modes; m++) {
      screen[2 * m] = Math.cos(0.3 * m);
      screen[2 * m + 1] = Math.sin(0.3 * m);
    }
    return MeshColumns.of(modes, first, blocks, screen);
  }

  private static void write(double[] blocks, int at, double theta, double phi, boolean there) {
    double c = Math.cos(theta);
    double s = Math.sin(theta);
    double re = there ? Math.cos(phi) : 1;
    double im = there ? Math.sin(phi) : 0;
    double[] values = {c * re, c * im, -s, 0, s * re, s * im, c, 0};
    System.arraycopy(values, 0, blocks, at, values.length);
    if (!there) {
      Arrays.fill(blocks, at, at + values.length, 0);
      blocks[at] = 1;
      blocks[at + 6] = 1;
    }
  }
}
