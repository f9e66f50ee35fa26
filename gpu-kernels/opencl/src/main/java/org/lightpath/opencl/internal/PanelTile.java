package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;

/**
 * How one item cuts a product on a processor, see {@code panels.cl}: operands lie in panels, sums
 * in vectors, nothing passes through local memory.
 *
 * @param itemRows rows of a panel of A
 * @param vectors vectors of a panel of B
 * @param lanes numbers of a vector
 * @param panels panels of A for each group
 */
record PanelTile(int itemRows, int vectors, int lanes, int panels) implements ProductTile {
  /** Positions of a step of the loop over K. */
  private static final int SLAB = 4;

  /**
   * Bytes of a vector: of 32, two make one of 64, so that either register file is used well [B].
   */
  private static final int VECTOR_BYTES = 32;

  /** Rows of A for each group: a panel of B stays in the cache for all of them. */
  private static final int GROUP_ROWS = 48;

  /**
   * What a processor is given unless a better one was measured: 24 sums in 32 registers of 32 B,
   * beside 4 vectors of B.
   */
  static PanelTile of(Precision precision) {
    return of(precision, 6, 4);
  }

  /** A tile of some rows and vectors. */
  static PanelTile of(Precision precision, int rows, int vectors) {
    return new PanelTile(
        rows, vectors, VECTOR_BYTES / precision.realBytes(), Math.max(1, GROUP_ROWS / rows));
  }

  /** The same with vectors of twice the width. */
  PanelTile widened() {
    return new PanelTile(itemRows, vectors, 2 * lanes, panels);
  }

  @Override
  public int rows() {
    return itemRows;
  }

  @Override
  public int columns() {
    return vectors * lanes;
  }

  @Override
  public int slab() {
    return SLAB;
  }

  @Override
  public int rowPanel() {
    return rows();
  }

  @Override
  public int columnPanel() {
    return columns();
  }

  @Override
  public int group() {
    return 1;
  }

  @Override
  public long groups(MatmulShape shape) {
    int rowPanels = Math.ceilDiv(shape.rows(), rows());
    return shape.batch()
        * (long) Math.ceilDiv(rowPanels, panels)
        * Math.ceilDiv(shape.columns(), columns());
  }

  @Override
  public double localNumbers(MatmulShape shape, int slabs) {
    return 0;
  }

  @Override
  public boolean readsBehind() {
    return true;
  }

  @Override
  public String label() {
    return "panels %dx%dx%d by %d".formatted(itemRows, vectors, lanes, panels);
  }
}
