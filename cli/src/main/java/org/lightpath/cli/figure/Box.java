package org.lightpath.cli.figure;

/**
 * An upright rectangle in pixels, y downwards.
 *
 * @param x left edge
 * @param y upper edge
 * @param width its width
 * @param height its height
 */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  /** The box with the given edges, in any order. */
  static Box between(double x0, double y0, double x1, double y1) {
    return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
  }
}
