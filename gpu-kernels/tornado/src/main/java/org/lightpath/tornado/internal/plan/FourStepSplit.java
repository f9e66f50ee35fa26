package org.lightpath.tornado.internal.plan;

import java.util.Optional;

/**
 * How a length that is too large for local memory is split, N = N₁ N₂.
 *
 * @param height N₁, transformed in columns
 * @param length N₂, transformed in rows
 * @param columns columns that a work-group takes side by side
 */
record FourStepSplit(int height, int length, int columns) {
  /** Bytes of a row that are worth a memory access. */
  private static final int STRETCH_BYTES = 64;

  /**
   * The split with the longest stretches of memory, and of those the most even one.
   *
   * @param samples N
   * @param together modes that share a work-group
   * @param capacity complex numbers that fit local memory
   * @param complexBytes of a number
   * @return nothing if N is too large
   */
  static Optional<FourStepSplit> of(int samples, int together, int capacity, int complexBytes) {
    int stretch = STRETCH_BYTES / complexBytes;
    FourStepSplit best = null;
    for (int height = 2; height * together <= capacity && height <= samples / 2; height++) {
      int length = samples / height;
      if (samples % height == 0 && length <= capacity) {
        int columns = Math.min(Math.min(stretch, length), capacity / (together * height));
        FourStepSplit split = new FourStepSplit(height, length, columns);
        best = best == null || split.isBetterThan(best) ? split : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isBetterThan(FourStepSplit other) {
    return columns != other.columns
        ? columns > other.columns
        : Math.max(height, length) < Math.max(other.height, other.length);
  }
}
