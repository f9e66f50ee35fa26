package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/**
 * How a product is cut up: columns into panels of V vectors, rows into panels of {@link
 * MatmulKernels#ROWS}, both into blocks that stay in the second-level cache, K into slots and
 * windows.
 *
 * <p>Products that share B are one product with the rows of all.
 *
 * @param products number of products
 * @param rows rows of each
 * @param columns N
 * @param inner K
 * @param transposed whether B is stored as its transpose
 * @param lanes L
 * @param vectors V
 * @param windows readouts of each output
 * @param length terms of a window
 */
record MatmulLayout(
    int products,
    int rows,
    int columns,
    int inner,
    boolean transposed,
    int lanes,
    int vectors,
    int windows,
    int length) {
  /** Bytes of a row of a block of sums. */
  private static final int BLOCK_ROW_BYTES = 1024;

  private static final int BLOCK_ROW_PANELS = 16;

  static MatmulLayout of(MatmulPlan plan, MatmulKernels<?> kernels) {
    MatmulShape shape = plan.shape();
    long rows = shape.sharedRight() ? (long) shape.batch() * shape.rows() : shape.rows();
    return new MatmulLayout(
        shape.sharedRight() ? 1 : shape.batch(),
        Math.toIntExact(rows),
        shape.columns(),
        shape.inner(),
        shape.transposedRight(),
        kernels.lanes(),
        kernels.vectors(),
        plan.windows(),
        Math.min(shape.inner(), plan.readout().integrationLength()));
  }

  /** Columns of a usual panel. */
  int panelColumns() {
    return lanes * vectors;
  }

  /** Panels of columns. */
  int panels() {
    return (columns + panelColumns() - 1) / panelColumns();
  }

  /** Columns of a panel that are not padding. */
  int columnsOf(int panel) {
    return Math.min(panelColumns(), columns - panel * panelColumns());
  }

  /** Vectors of a panel: the last may be narrower. */
  int vectorsOf(int panel) {
    return MatmulKernels.tileVectors((columnsOf(panel) + lanes - 1) / lanes);
  }

  /** Columns with padding. */
  int paddedColumns() {
    return panels() * panelColumns();
  }

  /** Panels of rows. */
  int rowPanels() {
    return (rows + MatmulKernels.ROWS - 1) / MatmulKernels.ROWS;
  }

  /** Panels of rows in a block. */
  int blockRowPanels() {
    return Math.min(rowPanels(), BLOCK_ROW_PANELS);
  }

  /** Rows of a block. */
  int blockRows() {
    return blockRowPanels() * MatmulKernels.ROWS;
  }

  /** Panels of columns in a block. */
  int blockPanels(int elementBytes) {
    // Few rows: longer pieces of the rows of B are read at once.
    int bytes = 2 * rowPanels() <= BLOCK_ROW_PANELS ? 2 * BLOCK_ROW_BYTES : BLOCK_ROW_BYTES;
    return Math.max(1, Math.min(panels(), bytes / elementBytes / panelColumns()));
  }

  /** Columns of a block, with padding. */
  int blockColumns(int elementBytes) {
    return blockPanels(elementBytes) * panelColumns();
  }

  /** Whether all rows of a product are in one block: each element of B is then used only there. */
  boolean oneBlockOfRows() {
    return rowPanels() <= BLOCK_ROW_PANELS;
  }

  /** Slots of K. */
  int slots() {
    return (inner + MatmulKernels.SLOT - 1) / MatmulKernels.SLOT;
  }

  /** First k of a window. */
  int windowStart(int window) {
    return window * length;
  }

  /** End of a window. */
  int windowEnd(int window) {
    return (int) Math.min(inner, (long) (window + 1) * length);
  }

  /** End of the piece of a window that begins at k: within one slot. */
  static int pieceEnd(int k, int windowEnd) {
    return (int) Math.min(windowEnd, ((long) k / MatmulKernels.SLOT + 1) * MatmulKernels.SLOT);
  }
}
