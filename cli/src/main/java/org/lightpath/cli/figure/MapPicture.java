package org.lightpath.cli.figure;

import java.util.Arrays;

/** Turns a grid of values into a picture of bounded size, keeping peaks. */
final class MapPicture {
  private static final int MOST_COLUMNS = 420;
  private static final int MOST_ROWS = 300;

  private MapPicture() {}

  /** The picture of {@code map} over the ranges of both scales; its first row is on top. */
  static IndexedPng of(Layer.HeatMap map, Scale x, Scale y) {
    Grid grid = map.grid();
    if (grid.values().size() == 0) {
      return new IndexedPng(1, 1, new byte[] {(byte) IndexedPng.TRANSPARENT});
    }
    // Few columns are drawn as blocks: a viewer would smooth one pixel for each.
    boolean few = grid.x().size() <= MOST_COLUMNS / 2;
    int width = few ? MOST_COLUMNS : Math.min(grid.x().size(), MOST_COLUMNS);
    int height = MOST_ROWS;
    int[] edges = columnEdges(grid.x(), x, width);
    Scale colour = colours(map);
    byte[] indices = new byte[width * height];
    for (int row = 0; row < height; row++) {
      // Rows are drawn from the top, where the ordinate is largest.
      double pixel = y.to() + (row + 0.5) / height * (y.from() - y.to());
      int source = grid.y().nearest(y.value(pixel));
      for (int column = 0; column < width; column++) {
        double at = x.from() + (column + 0.5) / width * (x.to() - x.from());
        double value =
            few
                ? grid.get(source, grid.x().nearest(x.value(at)))
                : peak(grid, source, edges[column], edges[column + 1]);
        indices[row * width + column] = (byte) entry(colour, value);
      }
    }
    return new IndexedPng(width, height, indices);
  }

  /** The scale of the colours, from 0 to 1. */
  static Scale colours(Layer.HeatMap map) {
    Samples values = map.grid().values();
    return Scale.of(map.value(), new Extent(values.min(), values.max()), false);
  }

  private static int entry(Scale colour, double value) {
    double position = colour.pixel(value);
    if (Double.isNaN(position)) {
      return IndexedPng.TRANSPARENT;
    }
    return (int) Math.round(Math.clamp(position, 0, 1) * (ColorMap.ENTRIES - 1));
  }

  private static double peak(Grid grid, int row, int from, int to) {
    double peak = Double.NaN;
    for (int column = from; column < Math.max(to, from + 1); column++) {
      double value = grid.get(row, column);
      peak = Double.isNaN(peak) || value > peak ? value : peak;
    }
    return peak;
  }

  /** Index of the first source column of each picture column, and the end. */
  private static int[] columnEdges(Samples columns, Scale x, int width) {
    int[] edges = new int[width + 1];
    double[] values = columns.toArray();
    for (int i = 0; i <= width; i++) {
      double value = x.value(x.from() + (x.to() - x.from()) * i / width);
      int found = Arrays.binarySearch(values, value);
      int at = found < 0 ? -found - 1 : found;
      edges[i] = Math.clamp(at, 0, i == width ? values.length : values.length - 1);
    }
    return edges;
  }
}
