package org.lightpath.core.cpu.internal;

/**
 * What is known of a window before its matrix is composed: which modes it touches, and where the
 * rows of its matrix are not zero.
 *
 * <p>Light that enters a diamond on one side cannot turn back before it has met an interferometer,
 * so a quarter of its matrix is zero: row i of a window of 2b modes holds the columns 0 … b + i in
 * the first half and i − b … 2b − 1 in the second.
 *
 * @param taken interferometers, in order
 * @param low first mode
 * @param rows number of modes
 * @param from first column of each row that may not be zero
 * @param to column after the last of each row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MeshWindow(int[] taken, int low, int rows, int[] from, int[] to) {
  /**
   * Fused operations that an interferometer is worth when it is not composed: the 16 that it takes,
   * and its two rows through the first-level cache.
   */
  private static final int INTERFEROMETER = 24;

  /** Follows light through the interferometers of a window. */
  static MeshWindow of(MeshPlaces places, int[] taken) {
    int low = Integer.MAX_VALUE;
    int high = 0;
    for (int place : taken) {
      low = Math.min(low, places.mode(place));
      high = Math.max(high, places.mode(place) + 2);
    }
    int[] from = new int[high - low];
    int[] to = new int[high - low];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
      to[i] = i + 1;
    }
    for (int place : taken) {
      int r = places.mode(place) - low;
      from[r] = Math.min(from[r], from[r + 1]);
      from[r + 1] = from[r];
      to[r] = Math.max(to[r], to[r + 1]);
      to[r + 1] = to[r];
    }
    return new MeshWindow(taken, low, from.length, from, to);
  }

  /** Groups of rows that are multiplied together; the last may repeat rows of the one before. */
  int groups() {
    return (rows + MeshKernels.ROWS - 1) / MeshKernels.ROWS;
  }

  /** First row of a group. */
  int row(int group) {
    return Math.min(group * MeshKernels.ROWS, rows - MeshKernels.ROWS);
  }

  /** First column of a group that may not be zero. */
  int from(int group) {
    int first = Integer.MAX_VALUE;
    for (int q = 0; q < MeshKernels.ROWS; q++) {
      first = Math.min(first, from[row(group) + q]);
    }
    return first;
  }

  /** Columns of a group from the first to the last that may not be zero. */
  int count(int group) {
    int last = 0;
    for (int q = 0; q < MeshKernels.ROWS; q++) {
      last = Math.max(last, to[row(group) + q]);
    }
    return last - from(group);
  }

  /** Fused operations of the dense block for each vector. */
  long operations() {
    long columns = 0;
    for (int group = 0; group < groups(); group++) {
      columns += count(group);
    }
    return MeshKernels.PACKED * columns;
  }

  /** Whether a dense block is less work than the interferometers. */
  boolean isWorthComposing() {
    return rows >= MeshKernels.ROWS && operations() < (long) INTERFEROMETER * taken.length;
  }
}
