package org.lightpath.cli.figure;

import org.lightpath.cli.figure.Text.Anchor;
import org.lightpath.cli.figure.Text.Role;

/** Draws pictures in rows, pixel by pixel. */
final class MontagePainter {
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

  /** Draws as large as {@code room} allows; the box that was used. */
  Box paint(Box room) {
    int columns = Math.min(montage.columns(), montage.pictures().size());
    int rows = Math.ceilDiv(montage.pictures().size(), columns);
    double words = montage.words().isEmpty() ? 0 : WORDS;
    Picture first = montage.pictures().getFirst();
    double across = (room.width() - (columns - 1) * GAP) / columns / first.width();
    double down = (room.height() - (rows - 1) * GAP - rows * words) / rows / first.height();
    double pixel = Math.min(across, down);
    double width = pixel * first.width();
    double height = pixel * first.height();
    for (int i = 0; i < montage.pictures().size(); i++) {
      double left = room.x() + i % columns * (width + GAP);
      double top = room.y() + i / columns * (height + GAP + words);
      cell(i, new Box(left, top, width, height));
    }
    return new Box(
        room.x(),
        room.y(),
        columns * (width + GAP) - GAP,
        rows * (height + GAP + words) - GAP - words);
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
