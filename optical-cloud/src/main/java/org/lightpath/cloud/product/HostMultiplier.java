package org.lightpath.cloud.product;

import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;

/**
 * Computes products digitally on the host, without any engine: C[i,j] = Σ_k A[i,k]·B[k,j] by fused
 * multiply-adds in an order that depends on the extents only, so that the result is the same for
 * any number of threads. The digital reference of everything optical.
 */
public final class HostMultiplier implements Multiplier {
  /** Widest panel of B: the panel and four rows of C stay in a core's cache. */
  private static final int PANEL_COLUMNS = 512;

  /** Narrowest panel that a thread of its own is worth. */
  private static final int LEAST_COLUMNS = 64;

  /** Multiply-adds that are worth a thread of their own: some ten microseconds. */
  static final long PIECE_MACS = 1 << 18;

  private final Precision precision;

  /** Sums in binary32. */
  public HostMultiplier() {
    this(Precision.SINGLE);
  }

  /**
   * Sums in a given precision; operands and results are binary32 in either.
   *
   * @param precision of the running sums
   */
  public HostMultiplier(Precision precision) {
    this.precision = precision;
  }

  @Override
  public void multiply(Product product, int sample) {
    MatmulShape shape = product.shape();
    if (precision == Precision.DOUBLE) {
      HostSums.exact(product);
    } else if (shape.rows() < HostPanel.ROWS && shape.transposedRight()) {
      HostSums.dots(product);
    } else {
      panels(product);
    }
  }

  private static void panels(Product product) {
    MatmulShape shape = product.shape();
    Tiling tiling = Tiling.of(shape);
    int pieces = Math.multiplyExact(shape.batch(), tiling.panels * tiling.blocks);
    long macs = (long) tiling.rows * tiling.width * shape.inner();
    Parallel.ranges(
        pieces,
        (int) Math.max(1, PIECE_MACS / macs),
        (from, to) -> {
          HostPanel panel = new HostPanel(tiling.width, shape.inner());
          for (int piece = from; piece < to; piece++) {
            panel.multiply(product, tiling.piece(shape, piece));
          }
        });
  }

  /** How C is cut: into panels of columns, and into blocks of rows where the panels are too few. */
  private record Tiling(int width, int panels, int rows, int blocks) {
    static Tiling of(MatmulShape shape) {
      int columns = shape.columns();
      int width = Math.min(columns, PANEL_COLUMNS);
      long pieces = Math.clamp(shape.macs() / PIECE_MACS, 1, 4L * Parallel.threads());
      while (width > LEAST_COLUMNS
          && (long) shape.batch() * Math.ceilDiv(columns, width) < pieces) {
        width = Math.max(LEAST_COLUMNS, Math.ceilDiv(width / 2, 16) * 16);
      }
      int panels = Math.ceilDiv(columns, width);
      int blocks = (int) Math.ceilDiv(pieces, (long) shape.batch() * panels);
      int rows = Math.ceilDiv(Math.ceilDiv(shape.rows(), blocks), HostPanel.ROWS) * HostPanel.ROWS;
      return new Tiling(width, panels, rows, Math.ceilDiv(shape.rows(), rows));
    }

    HostPanel.Piece piece(MatmulShape shape, int index) {
      int row = index % blocks * rows;
      int column = index / blocks % panels * width;
      return new HostPanel.Piece(
          index / (panels * blocks),
          row,
          Math.min(shape.rows(), row + rows),
          column,
          Math.min(shape.columns(), column + width) - column);
    }
  }

  @Override
  public void close() {}
}
