package org.lightpath.cli.figure;

import org.lightpath.cli.figure.Text.Anchor;
import org.lightpath.cli.figure.Text.Role;

/** Draws pictures in rows, pixel by pixel. */
final class MontagePainter {
  private static final double EDGE = 16;

  /** Below the title. */
  private static final double TOP = 36;

  /** Room for a colour bar, its labels and its title. */
  private static final double BAR_BELOW = 62;

  private static final double GAP = 4;
  private static final double WORDS = 15;

  /** Pixels of the file for each pixel of the figure: enough for screens of twice the density. */
  private static final double DENSITY = 2;

  private final Canvas canvas;
  private final Layer.Montage montage;

  MontagePainter(Canvas canvas, Layer.Montage montage) {
    this.canvas = canvas;
    this.montage = montage;
  }

  /** Height of a chart {@code width} px wide that holds the pictures at full width [px]. */
  static int chartHeight(Layer.Montage montage, int width) {
    double bar = montage.value() == null ? 0 : BAR_BELOW;
    double room = width - 2 * EDGE;
    return (int) Math.ceil(TOP + new Sizes(montage, room).height() + EDGE + bar);
  }

  /** Draws below the title; the box that was used. */
  Box paint(double chartWidth) {
    Sizes sizes = new Sizes(montage, chartWidth - 2 * EDGE);
    for (int i = 0; i < montage.pictures().size(); i++) {
      int row = i / sizes.columns();
      double left = EDGE + i % sizes.columns() * (sizes.cellWidth() + GAP);
      double top = TOP + row * (sizes.cellHeight() + GAP + sizes.words());
      cell(i, new Box(left, top, sizes.cellWidth(), sizes.cellHeight()));
    }
    return new Box(EDGE, TOP, chartWidth - 2 * EDGE, sizes.height());
  }

  /** How large the cells are in a given width [px]. */
  private record Sizes(Layer.Montage montage, double room) {
    int columns() {
      return Math.min(montage.columns(), montage.pictures().size());
    }

    double cellWidth() {
      return (room - (columns() - 1) * GAP) / columns();
    }

    double cellHeight() {
      Picture first = montage.pictures().getFirst();
      return cellWidth() * first.height() / first.width();
    }

    double words() {
      return montage.words().isEmpty() ? 0 : WORDS;
    }

    double height() {
      int rows = Math.ceilDiv(montage.pictures().size(), columns());
      return rows * (cellHeight() + GAP + words()) - GAP;
    }
  }

  private void cell(int index, Box box) {
    Picture picture = montage.pictures().get(index);
    int factor = Math.max(1, (int) Math.ceil(DENSITY * box.width() / picture.width()));
    canvas.pixels(picture.enlarged(factor), box);
    if (!montage.words().isEmpty()) {
      double middle = box.x() + box.width() / 2;
      canvas.text(
          new Text(
              montage.words().get(index), middle, box.bottom() + 12, Role.TICK, Anchor.MIDDLE));
    }
  }
}
