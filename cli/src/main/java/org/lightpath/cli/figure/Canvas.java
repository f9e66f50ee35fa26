package org.lightpath.cli.figure;

/** What a chart is drawn on; all lengths in pixels, y downwards. */
interface Canvas {
  /** A line through points, interrupted where a coordinate is NaN. */
  void polyline(Points points, Style style);

  /** Discs of one radius. */
  void discs(Points centres, double radius, Style style);

  /** A filled rectangle. */
  void fill(Box box, Style style);

  /** A line of text. */
  void text(Text text);

  /** A picture stretched over a box; a viewer may smooth it. */
  void picture(Picture picture, Box box);

  /** A picture stretched over a box, whose pixels stay squares. */
  void pixels(Picture picture, Box box);

  /** Draws what follows only inside {@code box}, until {@link #unclip}. */
  void clip(Box box);

  /** Ends {@link #clip}. */
  void unclip();

  /** A straight line between two points. */
  default void line(double x0, double y0, double x1, double y1, Style style) {
    polyline(Points.of(new double[] {x0, x1}, new double[] {y0, y1}), style);
  }
}
