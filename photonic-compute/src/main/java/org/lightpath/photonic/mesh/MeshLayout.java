package org.lightpath.photonic.mesh;

/**
 * Places of the interferometers of a mesh: column by column as the light meets them, within a
 * column from the top.
 *
 * <p>In every topology column c holds interferometers on the modes (m, m + 1) with m = f, f + 2, …,
 * f = c mod 2, without gaps; only their number differs. A layout is what is fabricated; settings
 * and errors refer to the index of an interferometer in it.
 */
public final class MeshLayout {
  private final MeshTopology topology;
  private final int modes;
  private final int[] start;

  private MeshLayout(MeshTopology topology, int modes) {
    this.topology = topology;
    this.modes = modes;
    int columns = columns(topology, modes);
    start = new int[columns + 1];
    for (int column = 0; column < columns; column++) {
      start[column + 1] = start[column] + count(topology, modes, column);
    }
  }

  /**
   * The layout of a topology.
   *
   * @param modes N, at least 1 (which needs no interferometer)
   */
  public static MeshLayout of(MeshTopology topology, int modes) {
    if (modes < 1) {
      throw new IllegalArgumentException("mesh of %d modes, expected at least 1".formatted(modes));
    }
    return new MeshLayout(topology, modes);
  }

  private static int columns(MeshTopology topology, int modes) {
    if (modes == 1) {
      return 0;
    }
    return switch (topology) {
      case CLEMENTS -> modes == 2 ? 1 : modes;
      case RECK -> 2 * modes - 3;
      case SINGLE_COLUMN -> 1;
    };
  }

  private static int count(MeshTopology topology, int modes, int column) {
    return switch (topology) {
      case CLEMENTS -> (modes - column % 2) / 2;
      // Diagonal i of the triangle has its m-th interferometer in column m + 2i, m + i ≤ N − 2.
      case RECK -> column / 2 - Math.max(0, column - modes + 2) + 1;
      case SINGLE_COLUMN -> modes / 2;
    };
  }

  /** Topology. */
  public MeshTopology topology() {
    return topology;
  }

  /** N. */
  public int modes() {
    return modes;
  }

  /** Number of columns. */
  public int columns() {
    return start.length - 1;
  }

  /** Number of interferometers of the mesh. */
  public int size() {
    return start[start.length - 1];
  }

  /** Number of interferometers of a column. */
  public int size(int column) {
    return start[column + 1] - start[column];
  }

  /** Upper mode of a column's first interferometer, 0 or 1. */
  public int firstMode(int column) {
    return column % 2;
  }

  /** Index of a column's first interferometer. */
  public int firstIndex(int column) {
    return start[column];
  }

  /**
   * Index of the interferometer on the modes (m, m + 1) of a column.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int index(int column, int mode) {
    int pair = (mode - firstMode(column)) / 2;
    if (mode < firstMode(column) || (mode - column) % 2 != 0 || pair >= size(column)) {
      throw new IllegalArgumentException(
          "column %d of a %s mesh of %d modes has no interferometer on mode %d"
              .formatted(column, topology, modes, mode));
    }
    return start[column] + pair;
  }

  /** Visits the interferometers in the order of their index. */
  void forEach(Visitor visitor) {
    for (int column = 0; column < columns(); column++) {
      for (int pair = 0; pair < size(column); pair++) {
        visitor.visit(start[column] + pair, column, firstMode(column) + 2 * pair);
      }
    }
  }

  /** Receives the interferometers of a layout. */
  @FunctionalInterface
  interface Visitor {
    void visit(int index, int column, int mode);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeshLayout that && topology == that.topology && modes == that.modes;
  }

  @Override
  public int hashCode() {
    return 31 * topology.hashCode() + modes;
  }

  @Override
  public String toString() {
    return "%s mesh of %d modes".formatted(topology, modes);
  }
}
