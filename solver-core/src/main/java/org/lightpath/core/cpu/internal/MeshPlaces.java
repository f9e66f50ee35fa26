package org.lightpath.core.cpu.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lightpath.core.plan.MeshColumns;

/** The interferometers of one chip in the order of the columns, empty places left out. */
final class MeshPlaces {
  private final MeshColumns mesh;
  private final int chip;
  private final int[] columns;
  private final int[] modes;

  private MeshPlaces(MeshColumns mesh, int chip, int[] columns, int[] modes) {
    this.mesh = mesh;
    this.chip = chip;
    this.columns = columns;
    this.modes = modes;
  }

  static MeshPlaces of(MeshColumns mesh, int chip) {
    int[] columns = new int[mesh.columns() * mesh.pairs()];
    int[] modes = new int[columns.length];
    int count = 0;
    for (int column = 0; column < mesh.columns(); column++) {
      for (int pair = 0; pair < mesh.pairs(); pair++) {
        if (!mesh.isIdentity(chip, column, pair)) {
          columns[count] = column;
          modes[count++] = mesh.first(column) + 2 * pair;
        }
      }
    }
    return new MeshPlaces(mesh, chip, Arrays.copyOf(columns, count), Arrays.copyOf(modes, count));
  }

  /** Number of interferometers. */
  int count() {
    return modes.length;
  }

  /** First of the two modes of an interferometer. */
  int mode(int place) {
    return modes[place];
  }

  /** N. */
  int modes() {
    return mesh.modes();
  }

  /** All of them. */
  int[] all() {
    return IntStream.range(0, modes.length).toArray();
  }

  /** The eight numbers of an interferometer. */
  <A> void copy(int place, MeshKernels<A> kernels, A to, int offset) {
    int column = columns[place];
    int pair = (modes[place] - mesh.first(column)) / 2;
    kernels.numbers(mesh, chip, column, pair, to, offset);
  }
}
