package org.lightpath.cloud.network;

/**
 * Where a node is drawn on a map. Lengths of fibre never follow from it.
 *
 * @param x to the right: easting [m] or longitude [degrees], the same for all nodes
 * @param y upwards: northing [m] or latitude [degrees]
 */
public record Coordinates(double x, double y) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public Coordinates {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException(
          "coordinates (%s, %s): expected finite numbers".formatted(x, y));
    }
  }
}
