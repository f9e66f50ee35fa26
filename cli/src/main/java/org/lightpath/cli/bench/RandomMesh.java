package org.lightpath.cli.bench;

import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.random.Philox;

/**
 * Rectangular meshes whose matrices are Haar-random.
 *
 * <p>N columns; column c begins at mode c mod 2. An interferometer has the block ((e^{jφ} s, c),
 * (e^{jφ} c, −s)), φ uniform, and the power c² that crosses has the density α x^{α−1} on [0, 1]: c²
 * = u^{1/α} for a uniform u. α = |I| + |O| − N − 1, where I and O are the inputs and outputs that
 * light reaches from the interferometer (Pai et al., "Matrix optimization on universal unitary
 * photonic devices", Phys. Rev. Applied 11, 064044 (2019), sensitivity index). The phases of the
 * screen are uniform.
 */
final class RandomMesh {
  private static final int SCREEN = 1;

  private RandomMesh() {}

  /** A mesh of N modes and N columns. */
  static MeshColumns rectangular(int modes, long seed) {
    int pairs = modes / 2;
    int[] first = new int[modes];
    double[] blocks = new double[modes * pairs * MeshColumns.BLOCK];
    int[] words = new int[4];
    for (int column = 0; column < modes; column++) {
      first[column] = column % 2;
      for (int pair = 0; pair < pairs; pair++) {
        int place = column * pairs + pair;
        int mode = first[column] + 2 * pair;
        Philox.words(seed, 0, 0, place, words);
        if (mode + 1 < modes) {
          double crossing = Math.pow(Philox.uniform(words[0]), 1.0 / index(modes, column, mode));
          write(
              blocks, place * MeshColumns.BLOCK, crossing, 2 * Math.PI * Philox.uniform(words[1]));
        } else {
          blocks[place * MeshColumns.BLOCK] = 1;
          blocks[place * MeshColumns.BLOCK + 6] = 1;
        }
      }
    }
    return MeshColumns.of(modes, first, blocks, screen(modes, seed));
  }

  /** α of the interferometer on the modes m and m + 1. */
  private static int index(int modes, int column, int mode) {
    return reached(modes, mode, column) + reached(modes, mode, modes - 1 - column) - modes - 1;
  }

  /** Modes that light spreads over in a number of columns. */
  private static int reached(int modes, int mode, int columns) {
    return Math.min(modes - 1, mode + 1 + columns) - Math.max(0, mode - columns) + 1;
  }

  private static void write(double[] blocks, int at, double crossing, double phase) {
    double c = Math.sqrt(crossing);
    double s = Math.sqrt(1 - crossing);
    double[] values = {
      s * Math.cos(phase),
      s * Math.sin(phase),
      c,
      0,
      c * Math.cos(phase),
      c * Math.sin(phase),
      -s,
      0
    };
    System.arraycopy(values, 0, blocks, at, values.length);
  }

  private static double[] screen(int modes, long seed) {
    double[] screen = new double[2 * modes];
    int[] words = new int[4];
    for (int mode = 0; mode < modes; mode++) {
      Philox.words(seed, SCREEN, 0, mode, words);
      double phase = 2 * Math.PI * Philox.uniform(words[0]);
      screen[2 * mode] = Math.cos(phase);
      screen[2 * mode + 1] = Math.sin(phase);
    }
    return screen;
  }
}
