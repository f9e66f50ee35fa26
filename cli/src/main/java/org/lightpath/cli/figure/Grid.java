package org.lightpath.cli.figure;

/**
 * Values on a grid of the plane.
 *
 * @param x abscissae of the columns, ascending
 * @param y ordinates of the rows, ascending, not necessarily equally spaced
 * @param values row by row: value (i, j) at x_j, y_i has index i · columns + j
 */
public record Grid(Samples x, Samples y, Samples values) {
  /** Checks the shape. */
  public Grid {
    if (values.size() != x.size() * y.size()) {
      throw new IllegalArgumentException(
          "grid: %d values, expected %d rows x %d columns"
              .formatted(values.size(), y.size(), x.size()));
    }
  }

  /** Value of a row and a column. */
  public double get(int row, int column) {
    return values.get(row * x.size() + column);
  }

  /** The columns from {@code from} to before {@code to}. */
  public Grid columns(int from, int to) {
    double[] kept = new double[y.size() * (to - from)];
    int at = 0;
    for (int row = 0; row < y.size(); row++) {
      for (int column = from; column < to; column++) {
        kept[at++] = get(row, column);
      }
    }
    return new Grid(x.slice(from, to), y, Samples.of(kept));
  }
}
