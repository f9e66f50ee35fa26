package org.lightpath.opencl.internal;

/**
 * The order in which a program keeps a spectrum: the value stored at i = p·W + c is the bin
 * rowBins[p] + H·columnBins[c], with H rows of W values.
 */
final class SpectralOrder {
  private final int[] rowBins;
  private final int[] columnBins;

  private SpectralOrder(int[] rowBins, int[] columnBins) {
    this.rowBins = rowBins;
    this.columnBins = columnBins;
  }

  /** Part of the bin that the row decides. */
  int[] rowBins() {
    return rowBins;
  }

  /** Part of the bin that the place in the row decides. */
  int[] columnBins() {
    return columnBins;
  }

  /** The order of one line. */
  static SpectralOrder of(LinePlan line) {
    return new SpectralOrder(new int[1], line.bins());
  }

  /** The order of a four-step transform. */
  static SpectralOrder of(FourStep split) {
    return new SpectralOrder(split.columns().bins(), split.rows().bins());
  }

  /** Number of bins. */
  int count() {
    return rowBins.length * columnBins.length;
  }

  /** Bin stored at an index. */
  int bin(int i) {
    return rowBins[i / columnBins.length] + rowBins.length * columnBins[i % columnBins.length];
  }
}
