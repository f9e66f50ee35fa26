package org.lightpath.opencl.internal;

/**
 * How a group multiplies a diamond with the vectors of its modes, see {@code blocks.cl}.
 *
 * @param side b, half the modes of a diamond
 * @param vectors of a group
 * @param itemRows rows of an item
 * @param itemVectors vectors of an item
 */
record MeshBlockTile(int side, int vectors, int itemRows, int itemVectors) {
  private static final int SLAB = 8;
  private static final int SMALLEST_SIDE = 4;
  private static final int MOST_VECTORS = 64;
  private static final int LANES = 16;

  /** Words of 32 bits for the sums of an item. */
  private static final int SUM_WORDS = 32;

  /** Bytes of a diamond's row: 64 modes in single precision, 32 in double. */
  private static final int ROW_BYTES = 512;

  static MeshBlockTile of(Limits limits, int modes, int vectors) {
    int complex = 2 * limits.realBytes();
    int side = ROW_BYTES / complex / 2;
    while (side > SMALLEST_SIDE && 2 * side > modes) {
      side /= 2;
    }
    int width = Math.min(MOST_VECTORS, Math.max(LANES, MeshStrips.powerFrom(vectors)));
    MeshBlockTile tile = of(limits.group(), side, width);
    while (!tile.fits(limits) && (tile.vectors > 1 || tile.side > 2)) {
      boolean narrow = tile.vectors <= LANES && tile.side > 2;
      tile =
          of(
              limits.group(),
              narrow ? tile.side / 2 : tile.side,
              narrow ? tile.vectors : Math.max(1, tile.vectors / 2));
    }
    return tile;
  }

  private static MeshBlockTile of(int group, int side, int vectors) {
    int along = Math.min(LANES, Math.min(vectors, Integer.highestOneBit(group)));
    int down = Math.min(2 * side, Math.min(LANES, Integer.highestOneBit(group) / along));
    return new MeshBlockTile(side, vectors, 2 * side / down, vectors / along);
  }

  private boolean fits(Limits limits) {
    int words = 2 * itemRows * itemVectors * limits.realBytes() / Integer.BYTES;
    return words <= SUM_WORDS && localBytes(limits.realBytes()) <= limits.localBytes();
  }

  private long localBytes(int realBytes) {
    return 2L * side * (vectors + SLAB) * 2 * realBytes;
  }

  int group() {
    return 2 * side / itemRows * (vectors / itemVectors);
  }

  /** Complex numbers written to and read from local memory by a group, broadcasts counted once. */
  double localNumbers() {
    double square = 4.0 * side * side;
    double lanes = 2.0 * side / itemRows;
    return 2.0 * side * vectors + square + 2 * side * (lanes * vectors + 2.0 * side);
  }
}
