package org.lightpath.cli.figure;

/**
 * Points of the plane; a NaN in either coordinate is a gap.
 *
 * @param x abscissae
 * @param y ordinates, as many
 */
public record Points(Samples x, Samples y) {
  /** Checks that both rows have the same length. */
  public Points {
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          "points: %d abscissae but %d ordinates, expected as many".formatted(x.size(), y.size()));
    }
  }

  /** The points with the given coordinates. */
  public static Points of(double[] x, double[] y) {
    return new Points(Samples.of(x), Samples.of(y));
  }

  /** How many points there are, gaps included. */
  public int size() {
    return x.size();
  }

  /** Whether point {@code index} has two finite coordinates. */
  public boolean present(int index) {
    return Double.isFinite(x.get(index)) && Double.isFinite(y.get(index));
  }
}
