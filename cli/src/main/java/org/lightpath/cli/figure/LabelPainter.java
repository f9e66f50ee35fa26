package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Text.Anchor;
import org.lightpath.cli.figure.Text.Role;

/**
 * Places words beside points. Each word tries places around its point, nearest first, and takes the
 * one that covers least: other words and nodes count most, lines little.
 */
final class LabelPainter {
  private static final double COVERED = 1000;
  private static final double OUTSIDE = 500;
  private static final double CROSSED = 10;
  private static final double FARTHER = 3;
  private static final double[] DISTANCES = {10, 18, 30};
  private static final int DIRECTIONS = 8;

  private final Canvas canvas;
  private final Scale x;
  private final Scale y;
  private final List<Layer> layers;
  private final List<Box> taken = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();

  LabelPainter(Canvas canvas, Scale x, Scale y, List<Layer> layers) {
    this.canvas = canvas;
    this.x = x;
    this.y = y;
    this.layers = layers;
  }

  /** Draws all words inside {@code plot}. */
  void paint(Box plot) {
    for (Layer layer : layers) {
      switch (layer) {
        case Layer.Nodes nodes -> obstacles(nodes.points());
        case Layer.Ties ties -> ties.lines().forEach(this::segments);
        case Layer.Spans spans -> bars(spans);
        case Layer.Reference line when line.orientation() == Layer.Orientation.VERTICAL -> {
          double at = x.pixel(line.at());
          lines.add(new double[] {at, plot.y(), at, plot.bottom()});
        }
        default -> {
          continue;
        }
      }
    }
    for (Layer layer : layers) {
      if (layer instanceof Layer.Labels labels) {
        for (int i = 0; i < labels.words().size(); i++) {
          if (labels.points().present(i) && !labels.words().get(i).isEmpty()) {
            place(labels, i, plot);
          }
        }
      }
    }
  }

  private void obstacles(Points points) {
    double half = LayerPainter.NODE + 1;
    for (int i = 0; i < points.size(); i++) {
      if (points.present(i)) {
        double px = x.pixel(points.x().get(i));
        double py = y.pixel(points.y().get(i));
        taken.add(new Box(px - half, py - half, 2 * half, 2 * half));
      }
    }
  }

  private void bars(Layer.Spans spans) {
    for (int i = 0; i < spans.at().size(); i++) {
      double end = x.pixel(spans.to().get(i));
      double start = x.pixel(spans.from().get(i));
      double middle = spans.at().get(i);
      if (Double.isFinite(end)) {
        double top = y.pixel(middle + spans.thickness() / 2);
        double bottom = y.pixel(middle - spans.thickness() / 2);
        taken.add(Box.between(Double.isFinite(start) ? start : x.from(), top, end, bottom));
      }
    }
  }

  private void segments(Points line) {
    for (int i = 1; i < line.size(); i++) {
      if (line.present(i - 1) && line.present(i)) {
        lines.add(
            new double[] {
              x.pixel(line.x().get(i - 1)),
              y.pixel(line.y().get(i - 1)),
              x.pixel(line.x().get(i)),
              y.pixel(line.y().get(i))
            });
      }
    }
  }

  private void place(Layer.Labels labels, int index, Box plot) {
    Role role = labels.strong() ? Role.LEGEND : Role.TICK;
    String words = labels.words().get(index);
    double px = x.pixel(labels.points().x().get(index));
    double py = y.pixel(labels.points().y().get(index));
    double width = Text.width(words, role);
    double height = role.size() + 2;
    Box best = around(px, py, 0, DISTANCES[0], width, height);
    double least = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring < DISTANCES.length; ring++) {
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        Box box = around(px, py, direction, DISTANCES[ring], width, height);
        double cost = FARTHER * ring + direction / 10.0 + cost(box, plot);
        if (cost < least) {
          least = cost;
          best = box;
        }
      }
    }
    taken.add(best);
    canvas.fill(best, Style.of(Ink.SURFACE).opacity(0.7));
    canvas.text(
        new Text(words, best.x() + best.width() / 2, best.bottom() - 3, role, Anchor.MIDDLE));
  }

  /** A box beside a point: right, left, above, below, then the four corners. */
  private static Box around(
      double px, double py, int direction, double distance, double width, double height) {
    int[] across = {1, -1, 0, 0, 1, 1, -1, -1};
    int[] up = {0, 0, -1, 1, -1, 1, -1, 1};
    double cx = px + across[direction] * (distance + width / 2);
    double cy = py + up[direction] * (distance + height / 2);
    return new Box(cx - width / 2, cy - height / 2, width, height);
  }

  private double cost(Box box, Box plot) {
    double cost = inside(box, plot) ? 0 : OUTSIDE;
    for (Box other : taken) {
      cost += overlap(box, other) ? COVERED : 0;
    }
    for (double[] line : lines) {
      cost += crosses(line, box) ? CROSSED : 0;
    }
    return cost;
  }

  private static boolean inside(Box box, Box plot) {
    return box.x() >= plot.x()
        && box.right() <= plot.right()
        && box.y() >= plot.y()
        && box.bottom() <= plot.bottom();
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  /** Whether a segment meets a box: its part inside both slabs is not empty (Liang and Barsky). */
  private static boolean crosses(double[] line, Box box) {
    double dx = line[2] - line[0];
    double dy = line[3] - line[1];
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {
      line[0] - box.x(), box.right() - line[0], line[1] - box.y(), box.bottom() - line[1]
    };
    double enters = 0;
    double leaves = 1;
    for (int i = 0; i < 4; i++) {
      if (p[i] == 0 && q[i] < 0) {
        return false;
      }
      double t = q[i] / p[i];
      enters = p[i] < 0 ? Math.max(enters, t) : enters;
      leaves = p[i] > 0 ? Math.min(leaves, t) : leaves;
    }
    return enters <= leaves;
  }
}
