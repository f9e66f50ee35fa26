package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Text.Anchor;
import org.lightpath.cli.figure.Text.Role;

/** Lays a chart out and draws it. */
final class ChartPainter {
  private static final double EDGE = 16;
  private static final double TITLE_LINE = 30;
  private static final double AXIS_BELOW = 46;

  /** From the labels on the right to the baseline of the title beyond them. */
  private static final double RIGHT_TITLE = 24;

  /** How much more than its nodes need a map shows. */
  private static final double MAP_AIR = 1.24;

  private static final Style FRAME = Style.of(Ink.MUTED).wide(1);
  private static final Style RULE = Style.of(Ink.GRID).wide(1);

  private final Chart chart;
  private final Canvas canvas;
  private final List<Layer> all;

  private ChartPainter(Chart chart, Canvas canvas) {
    this.chart = chart;
    this.canvas = canvas;
    this.all = new ArrayList<>(chart.layers());
    all.addAll(chart.rightLayers());
  }

  /** Draws {@code chart} on {@code canvas}, from its upper left corner. */
  static void paint(Chart chart, Canvas canvas) {
    new ChartPainter(chart, canvas).paint();
  }

  private void paint() {
    int width = chart.width();
    int height = chart.height();
    canvas.fill(new Box(0, 0, width, height), Style.of(Ink.SURFACE));
    canvas.text(new Text(chart.title(), EDGE, 21, Role.TITLE, Anchor.START));
    Optional<Layer.Montage> pictures =
        chart.layers().stream()
            .filter(Layer.Montage.class::isInstance)
            .map(Layer.Montage.class::cast)
            .findFirst();
    if (pictures.isPresent()) {
      montage(pictures.get());
      return;
    }
    Extent across = Extent.horizontal(all, chart.x().logarithmic());
    Extent up = Extent.vertical(chart.layers(), chart.y().logarithmic());
    if (!across.present() || !up.present()) {
      canvas.text(new Text("no finite data", width / 2.0, height / 2.0, Role.NOTE, Anchor.MIDDLE));
      return;
    }
    boolean map = chart.layers().stream().anyMatch(Layer.HeatMap.class::isInstance);
    boolean rows = !chart.y().names().isEmpty();
    Scale x = Scale.of(chart.x(), across, rows);
    Scale y = Scale.of(chart.y(), up, !map);
    double top = TITLE_LINE + new Legend(chart, canvas).paint(TITLE_LINE) + 6;
    double left = marginFor(y);
    double right = coloured().map(this::barMargin).orElseGet(this::rightMargin);
    Box plot = new Box(left, top, width - left - right, height - top - AXIS_BELOW);
    plot = chart.shape() == Chart.Shape.SQUARE ? square(plot) : plot;
    if (chart.equalUnits()) {
      double unit = Math.max(across(x) / plot.width(), across(y) / plot.height());
      x = x.spanning(unit * plot.width());
      y = y.spanning(unit * plot.height());
    }
    drawIn(plot, x.over(plot.x(), plot.right()), y.over(plot.bottom(), plot.y()));
  }

  /** What a map shows along an axis [unit of the axis], with air around the outermost nodes. */
  private static double across(Scale scale) {
    return (scale.high() - scale.low()) * MAP_AIR;
  }

  /** Pictures, and below them what their colours say. */
  private void montage(Layer.Montage montage) {
    Box drawn = new MontagePainter(canvas, montage).paint(chart.width());
    if (montage.value() != null) {
      Box bar = new Box(drawn.x(), drawn.bottom() + 12, drawn.width(), ColourBar.WIDTH);
      canvas.picture(ColourBar.across(montage), bar);
      Scale scale = ColourBar.scale(montage).over(bar.x(), bar.right());
      frame(bar);
      below(bar, fitting(scale, bar.width()), scale);
    }
  }

  private Optional<Layer> coloured() {
    return chart.layers().stream().filter(ColourBar::has).findFirst();
  }

  /** Room for the colour bar, its labels and its title. */
  private double barMargin(Layer layer) {
    return ColourBar.GAP + ColourBar.WIDTH + widestLabel(ColourBar.scale(layer)) + RIGHT_TITLE + 5;
  }

  private double rightMargin() {
    Axis axis = chart.right();
    return axis == null ? 20 : marginFor(rightScale(axis));
  }

  private Scale rightScale(Axis axis) {
    return Scale.of(axis, Extent.vertical(chart.rightLayers(), axis.logarithmic()), true);
  }

  /** Room for the labels of a vertical axis and its title. */
  private double marginFor(Scale scale) {
    return EDGE + widestLabel(scale) + 26;
  }

  private double widestLabel(Scale scale) {
    return scale.ticks(verticalTicks()).labels().stream()
        .mapToDouble(label -> Text.width(label, Role.TICK))
        .max()
        .orElse(0);
  }

  private int verticalTicks() {
    return chart.height() / 48;
  }

  private static Box square(Box plot) {
    double side = Math.min(plot.width(), plot.height());
    return new Box(plot.x() + (plot.width() - side) / 2, plot.y(), side, side);
  }

  private void drawIn(Box plot, Scale x, Scale y) {
    boolean map = chart.layers().stream().anyMatch(Layer.HeatMap.class::isInstance);
    boolean equal = chart.shape() == Chart.Shape.SQUARE;
    Ticks across = equal ? x.ticks(verticalTicks()) : fitting(x, plot.width());
    Ticks up = y.ticks(verticalTicks());
    if (!map) {
      gridLines(plot, across, x, up, y);
    }
    canvas.clip(plot);
    chart.layers().forEach(new LayerPainter(canvas, x, y)::paint);
    Axis rightAxis = chart.right();
    Scale right = rightAxis == null ? null : rightScale(rightAxis).over(plot.bottom(), plot.y());
    if (right != null) {
      chart.rightLayers().forEach(new LayerPainter(canvas, x, right)::paint);
    }
    canvas.unclip();
    frame(plot);
    below(plot, across, x);
    beside(plot, up, y);
    if (right != null) {
      onRight(plot, right, right.ticks(verticalTicks()));
    }
    new LabelPainter(canvas, x, y, chart.layers()).paint(plot);
    coloured().ifPresent(layer -> colourBar(plot, layer));
  }

  /** As many marks as fit without their labels touching. */
  private static Ticks fitting(Scale x, double width) {
    int most = Math.max(2, (int) (width / 44));
    Ticks ticks = x.ticks(most);
    while (most > 2 && crowded(ticks, x)) {
      ticks = x.ticks(--most);
    }
    return ticks;
  }

  private static boolean crowded(Ticks ticks, Scale x) {
    for (int i = 1; i < ticks.values().size(); i++) {
      double gap = x.pixel(ticks.values().get(i)) - x.pixel(ticks.values().get(i - 1));
      double need =
          (Text.width(ticks.labels().get(i), Role.TICK)
                  + Text.width(ticks.labels().get(i - 1), Role.TICK))
              / 2;
      if (gap < need + 12) {
        return true;
      }
    }
    return false;
  }

  private void gridLines(Box plot, Ticks across, Scale x, Ticks up, Scale y) {
    for (double value : across.values()) {
      canvas.line(x.pixel(value), plot.y(), x.pixel(value), plot.bottom(), RULE);
    }
    for (double value : up.values()) {
      canvas.line(plot.x(), y.pixel(value), plot.right(), y.pixel(value), RULE);
    }
  }

  private void frame(Box plot) {
    double[] xs = {plot.x(), plot.right(), plot.right(), plot.x(), plot.x()};
    double[] ys = {plot.y(), plot.y(), plot.bottom(), plot.bottom(), plot.y()};
    canvas.polyline(Points.of(xs, ys), FRAME);
  }

  private void below(Box plot, Ticks ticks, Scale x) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double px = x.pixel(ticks.values().get(i));
      canvas.line(px, plot.bottom(), px, plot.bottom() + 5, FRAME);
      canvas.text(
          new Text(ticks.labels().get(i), px, plot.bottom() + 18, Role.TICK, Anchor.MIDDLE));
    }
    for (double value : ticks.minor()) {
      canvas.line(x.pixel(value), plot.bottom(), x.pixel(value), plot.bottom() + 3, FRAME);
    }
    double middle = plot.x() + plot.width() / 2;
    canvas.text(new Text(x.title(), middle, plot.bottom() + 37, Role.LABEL, Anchor.MIDDLE));
  }

  private void beside(Box plot, Ticks ticks, Scale y) {
    double widest = 0;
    for (int i = 0; i < ticks.values().size(); i++) {
      double py = y.pixel(ticks.values().get(i));
      String label = ticks.labels().get(i);
      widest = Math.max(widest, Text.width(label, Role.TICK));
      canvas.line(plot.x() - 5, py, plot.x(), py, FRAME);
      canvas.text(new Text(label, plot.x() - 8, py + 4, Role.TICK, Anchor.END));
    }
    for (double value : ticks.minor()) {
      canvas.line(plot.x() - 3, y.pixel(value), plot.x(), y.pixel(value), FRAME);
    }
    double at = plot.x() - widest - 16;
    canvas.text(new Text(y.title(), at, middle(plot), Role.UPRIGHT_LABEL, Anchor.MIDDLE));
  }

  private void onRight(Box plot, Scale y, Ticks ticks) {
    double widest = 0;
    for (int i = 0; i < ticks.values().size(); i++) {
      double py = y.pixel(ticks.values().get(i));
      String label = ticks.labels().get(i);
      widest = Math.max(widest, Text.width(label, Role.TICK));
      canvas.line(plot.right(), py, plot.right() + 5, py, FRAME);
      canvas.text(new Text(label, plot.right() + 8, py + 4, Role.TICK, Anchor.START));
    }
    double at = plot.right() + widest + RIGHT_TITLE;
    canvas.text(new Text(y.title(), at, middle(plot), Role.UPRIGHT_LABEL, Anchor.MIDDLE));
  }

  private static double middle(Box plot) {
    return plot.y() + plot.height() / 2;
  }

  private void colourBar(Box plot, Layer layer) {
    Box bar = new Box(plot.right() + ColourBar.GAP, plot.y(), ColourBar.WIDTH, plot.height());
    canvas.picture(ColourBar.picture(layer), bar);
    Scale scale = ColourBar.scale(layer).over(bar.bottom(), bar.y());
    frame(bar);
    onRight(bar, scale, scale.ticks(verticalTicks()));
  }

  /** The entries above the plot, where no data can be. */
  private static final class Legend {
    private static final double LINE = 19;
    private static final double SAMPLE = 24;
    private static final double POINT_SAMPLE = 12;

    private final Chart chart;
    private final Canvas canvas;

    Legend(Chart chart, Canvas canvas) {
      this.chart = chart;
      this.canvas = canvas;
    }

    /** Draws the legend from {@code top} on; its height [px], 0 if there is none. */
    double paint(double top) {
      double x = EDGE;
      double y = top + 10;
      boolean any = false;
      for (Layer layer : chart.layers()) {
        double[] next = entry(layer, layer.name(), x, y);
        any |= !layer.name().isEmpty();
        x = next[0];
        y = next[1];
      }
      for (Layer layer : chart.rightLayers()) {
        String side = layer.name().isEmpty() ? "" : layer.name() + " (right axis)";
        double[] next = entry(layer, side, x, y);
        any |= !side.isEmpty();
        x = next[0];
        y = next[1];
      }
      return any ? y - top + LINE - 10 : 0;
    }

    private double[] entry(Layer layer, String name, double x, double y) {
      if (name.isEmpty()) {
        return new double[] {x, y};
      }
      double sample = points(layer) ? POINT_SAMPLE : SAMPLE;
      double width = sample + 6 + Text.width(name, Role.LEGEND) + 16;
      boolean wraps = x > EDGE && x + width > chart.width();
      double left = wraps ? EDGE : x;
      double line = wraps ? y + LINE : y;
      sample(layer, left, line - 4);
      canvas.text(new Text(name, left + sample + 6, line, Role.LEGEND, Anchor.START));
      return new double[] {left + width, line};
    }

    private static boolean points(Layer layer) {
      return layer instanceof Layer.Scatter
          || layer instanceof Layer.Density
          || layer instanceof Layer.ErrorBars
          || layer instanceof Layer.Nodes;
    }

    private void sample(Layer layer, double x, double y) {
      if (points(layer)) {
        LayerPainter.legendMark(canvas, layer, x + POINT_SAMPLE / 2, y);
      } else if (layer instanceof Layer.Bars || layer instanceof Layer.Spans) {
        canvas.fill(new Box(x + 6, y - 5, POINT_SAMPLE, 10), layer.style());
      } else {
        canvas.line(x, y, x + SAMPLE, y, layer.style().opacity(1));
      }
    }
  }
}
