package org.lightpath.cli.figure;

import java.util.List;
import org.lightpath.cli.figure.Layer.Orientation;

/**
 * The interval that layers fill on an axis.
 *
 * @param low lower end, NaN when there is nothing finite
 * @param high upper end
 */
record Extent(double low, double high) {
  private static final Extent NOTHING = new Extent(Double.NaN, Double.NaN);

  /** Whether there is anything to show. */
  boolean present() {
    return low <= high;
  }

  Extent union(Extent other) {
    if (!present() || !other.present()) {
      return present() ? this : other;
    }
    return new Extent(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** What the layers need on the horizontal axis; only positive values when logarithmic. */
  static Extent horizontal(List<Layer> layers, boolean logarithmic) {
    Extent all = NOTHING;
    for (Layer layer : layers) {
      all = all.union(abscissae(layer, logarithmic));
    }
    return all;
  }

  /** What the layers need on the vertical axis. */
  static Extent vertical(List<Layer> layers, boolean logarithmic) {
    Extent all = NOTHING;
    for (Layer layer : layers) {
      all = all.union(ordinates(layer, logarithmic));
    }
    return all;
  }

  private static Extent abscissae(Layer layer, boolean log) {
    return switch (layer) {
      case Layer.Line line -> of(line.points().x(), log);
      case Layer.Scatter scatter -> of(scatter.points().x(), log);
      case Layer.Density density -> of(density.points().x(), log);
      case Layer.Traces traces ->
          traces.traces().stream().map(t -> of(t.x(), log)).reduce(NOTHING, Extent::union);
      case Layer.HeatMap map -> of(map.grid().x(), log);
      case Layer.Bars bars -> of(bars.points().x(), log).widened(bars.width() / 2);
      case Layer.Steps steps -> of(steps.edges(), log);
      case Layer.ErrorBars bars -> of(bars.points().x(), log);
      case Layer.Spans spans -> of(spans.from(), log).union(of(spans.to(), log));
      case Layer.Ties ties ->
          ties.lines().stream().map(t -> of(t.x(), log)).reduce(NOTHING, Extent::union);
      case Layer.Nodes nodes -> of(nodes.points().x(), log);
      case Layer.Labels _, Layer.Montage _ -> NOTHING;
      case Layer.Reference reference -> reference(reference, Orientation.VERTICAL);
    };
  }

  private static Extent ordinates(Layer layer, boolean log) {
    return switch (layer) {
      case Layer.Line line -> of(line.points().y(), log);
      case Layer.Scatter scatter -> of(scatter.points().y(), log);
      case Layer.Density density -> of(density.points().y(), log);
      case Layer.Traces traces ->
          traces.traces().stream().map(t -> of(t.y(), log)).reduce(NOTHING, Extent::union);
      case Layer.HeatMap map -> of(map.grid().y(), log);
      case Layer.Bars bars -> of(bars.points().y(), log);
      case Layer.Steps steps -> of(steps.levels(), log);
      case Layer.ErrorBars bars ->
          of(bars.points().y(), log).widened(Math.max(0, bars.halfWidths().max()));
      case Layer.Spans spans -> of(spans.at(), log).widened(spans.thickness() / 2);
      case Layer.Ties ties ->
          ties.lines().stream().map(t -> of(t.y(), log)).reduce(NOTHING, Extent::union);
      case Layer.Nodes nodes -> of(nodes.points().y(), log);
      case Layer.Labels _, Layer.Montage _ -> NOTHING;
      case Layer.Reference reference -> reference(reference, Orientation.HORIZONTAL);
    };
  }

  private static Extent reference(Layer.Reference line, Orientation wanted) {
    boolean counts = line.orientation() == wanted && Double.isFinite(line.at());
    return counts ? new Extent(line.at(), line.at()) : NOTHING;
  }

  private static Extent of(Samples samples, boolean positiveOnly) {
    if (!positiveOnly) {
      return new Extent(samples.min(), samples.max());
    }
    Samples positive = samples.map(v -> v > 0 ? v : Double.NaN);
    return new Extent(positive.min(), positive.max());
  }

  private Extent widened(double by) {
    return present() && Double.isFinite(by) ? new Extent(low - by, high + by) : this;
  }
}
