package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Layer.Orientation;
import org.lightpath.cli.figure.Paint.Ink;

/** Draws the layers of a chart on their scales. */
final class LayerPainter {
  private static final int MOST_POINTS = 5000;
  private static final int MOST_TRACES = 200;
  private static final double DISC = 2.4;

  /** Half the size of a node of a network [px]. */
  static final double NODE = 6;

  private final Canvas canvas;
  private final Scale x;
  private final Scale y;

  LayerPainter(Canvas canvas, Scale x, Scale y) {
    this.canvas = canvas;
    this.x = x;
    this.y = y;
  }

  void paint(Layer layer) {
    switch (layer) {
      case Layer.Line line -> line(line.points(), line.style());
      case Layer.Scatter scatter -> scatter(scatter);
      case Layer.Density density -> density(density);
      case Layer.Traces traces -> traces(traces);
      case Layer.HeatMap map -> map(map);
      case Layer.Bars bars -> bars(bars);
      case Layer.Steps steps -> steps(steps);
      case Layer.ErrorBars bars -> errorBars(bars);
      case Layer.Spans spans -> spans(spans);
      case Layer.Ties ties -> ties(ties);
      case Layer.Nodes nodes -> nodes(nodes);
      // Words are placed last, when all that they must not cover is known.
      case Layer.Labels _, Layer.Montage _ -> {
        return;
      }
      case Layer.Reference reference -> reference(reference);
    }
  }

  private Points pixels(Points points) {
    return new Points(x.pixels(points.x()), y.pixels(points.y()));
  }

  private void line(Points points, Style style) {
    canvas.polyline(Decimation.perColumn(pixels(points)), style);
  }

  private void scatter(Layer.Scatter scatter) {
    marks(Decimation.evenly(pixels(scatter.points()), MOST_POINTS), scatter);
  }

  private void marks(Points at, Layer.Scatter scatter) {
    switch (scatter.marker()) {
      case DISC -> canvas.discs(at, DISC, scatter.style());
      case RING -> {
        canvas.discs(at, DISC + 1.2, scatter.style());
        canvas.discs(at, DISC - 0.3, Style.of(Ink.SURFACE));
      }
      case CROSS -> crosses(canvas, at, scatter.style());
      case SQUARE -> squares(canvas, at, DISC, scatter.style());
    }
  }

  private void nodes(Layer.Nodes nodes) {
    Points at = pixels(nodes.points());
    switch (nodes.marker()) {
      case DISC -> canvas.discs(at, NODE, nodes.style());
      case RING -> {
        canvas.discs(at, NODE, nodes.style());
        canvas.discs(at, NODE - 2.5, Style.of(Ink.SURFACE));
      }
      case CROSS -> crosses(canvas, at, nodes.style());
      case SQUARE -> squares(canvas, at, NODE, nodes.style());
    }
  }

  private static void squares(Canvas canvas, Points at, double half, Style style) {
    for (int i = 0; i < at.size(); i++) {
      if (at.present(i)) {
        double left = at.x().get(i) - half;
        canvas.fill(new Box(left, at.y().get(i) - half, 2 * half, 2 * half), style);
      }
    }
  }

  private void spans(Layer.Spans spans) {
    for (int i = 0; i < spans.at().size(); i++) {
      double end = x.pixel(spans.to().get(i));
      double start = x.pixel(spans.from().get(i));
      double middle = spans.at().get(i);
      if (Double.isFinite(end) && Double.isFinite(middle)) {
        double left = Double.isFinite(start) ? start : x.from();
        double top = y.pixel(middle + spans.thickness() / 2);
        double bottom = y.pixel(middle - spans.thickness() / 2);
        canvas.fill(Box.between(left, top, end, bottom), spans.style());
      }
    }
  }

  private void ties(Layer.Ties ties) {
    Scale colour = ColourBar.scale(ties);
    for (int i = 0; i < ties.lines().size(); i++) {
      double value = ties.values().get(i);
      Paint paint = Double.isFinite(value) ? new Paint.Ramp(colour.pixel(value)) : Ink.MUTED;
      canvas.polyline(pixels(ties.lines().get(i)), Style.of(paint).wide(3.2));
    }
  }

  /** The sample of a marker in a legend. */
  static void legendMark(Canvas canvas, Layer layer, double cx, double cy) {
    Points at = Points.of(new double[] {cx}, new double[] {cy});
    boolean cross = layer instanceof Layer.Scatter s && s.marker() == Marker.CROSS;
    boolean square = layer instanceof Layer.Scatter s && s.marker() == Marker.SQUARE;
    if (layer instanceof Layer.Nodes nodes) {
      Scale unit = new Scale(Axis.of("", ""), 0, 1, 0, 1);
      new LayerPainter(canvas, unit, unit)
          .nodes(new Layer.Nodes(nodes.name(), at, nodes.style(), nodes.marker()));
    } else if (cross) {
      crosses(canvas, at, layer.style());
    } else if (square) {
      squares(canvas, at, DISC + 0.6, layer.style());
    } else {
      boolean ring = layer instanceof Layer.Scatter s && s.marker() == Marker.RING;
      canvas.discs(at, ring ? DISC + 1.2 : DISC + 0.6, layer.style());
      if (ring) {
        canvas.discs(at, DISC - 0.3, Style.of(Ink.SURFACE));
      }
    }
  }

  private static void crosses(Canvas canvas, Points at, Style style) {
    double arm = 4;
    for (int i = 0; i < at.size(); i++) {
      if (at.present(i)) {
        double cx = at.x().get(i);
        double cy = at.y().get(i);
        canvas.line(cx - arm, cy, cx + arm, cy, style);
        canvas.line(cx, cy - arm, cx, cy + arm, style);
      }
    }
  }

  private void density(Layer.Density density) {
    Points points = Decimation.evenly(pixels(density.points()), MOST_POINTS);
    List<Points> classes = DensityClasses.of(points);
    for (int i = 0; i < classes.size(); i++) {
      Ink ink = Paint.DENSITIES.get(i);
      canvas.discs(classes.get(i), 1.3, Style.of(ink).opacity(0.85));
    }
  }

  private void traces(Layer.Traces traces) {
    List<Points> all = traces.traces();
    int count = Math.min(all.size(), MOST_TRACES);
    for (int i = 0; i < count; i++) {
      line(all.get((int) ((long) i * all.size() / count)), traces.style());
    }
  }

  private void map(Layer.HeatMap map) {
    Box box = Box.between(x.from(), y.from(), x.to(), y.to());
    canvas.picture(MapPicture.of(map, x, y), box);
  }

  private void bars(Layer.Bars bars) {
    Points points = bars.points();
    for (int i = 0; i < points.size(); i++) {
      if (points.present(i)) {
        double left = x.pixel(points.x().get(i) - bars.width() / 2);
        double right = x.pixel(points.x().get(i) + bars.width() / 2);
        double top = y.pixel(points.y().get(i));
        canvas.fill(Box.between(left, y.pixel(base()), right, top), bars.style());
      }
    }
  }

  /** Where bars stand: zero if it is on the axis, else its lower end. */
  private double base() {
    return !y.axis().logarithmic() && y.low() <= 0 && y.high() >= 0 ? 0 : y.low();
  }

  private void steps(Layer.Steps steps) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i < steps.levels().size(); i++) {
      for (int end = 0; end < 2; end++) {
        xs.add(steps.edges().get(i + end));
        ys.add(steps.levels().get(i));
      }
    }
    double[] px = xs.stream().mapToDouble(Double::doubleValue).toArray();
    line(Points.of(px, ys.stream().mapToDouble(Double::doubleValue).toArray()), steps.style());
  }

  private void errorBars(Layer.ErrorBars bars) {
    Points points = bars.points();
    for (int i = 0; i < points.size(); i++) {
      double half = bars.halfWidths().get(i);
      if (points.present(i) && Double.isFinite(half)) {
        double px = x.pixel(points.x().get(i));
        double low = y.pixel(points.y().get(i) - half);
        double high = y.pixel(points.y().get(i) + half);
        canvas.line(px, low, px, high, bars.style());
        canvas.line(px - 3, low, px + 3, low, bars.style());
        canvas.line(px - 3, high, px + 3, high, bars.style());
      }
    }
    canvas.discs(pixels(points), DISC, bars.style());
  }

  private void reference(Layer.Reference reference) {
    if (!Double.isFinite(reference.at())) {
      return;
    }
    if (reference.orientation() == Orientation.HORIZONTAL) {
      double at = y.pixel(reference.at());
      canvas.line(x.from(), at, x.to(), at, reference.style());
    } else {
      double at = x.pixel(reference.at());
      canvas.line(at, y.from(), at, y.to(), reference.style());
    }
  }
}
