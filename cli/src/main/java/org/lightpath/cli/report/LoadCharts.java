package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** Many requests at once: the queue, the distribution of latency, the load of the nodes. */
final class LoadCharts {
  /** Latencies over more than this ratio are shown in decades. */
  private static final double DECADE = 20;

  private static final int MOST_NAMED = 10;
  private static final double THICKNESS = 0.66;

  private final Cases cases;

  LoadCharts(Cases cases) {
    this.cases = cases;
  }

  /** Requests that wait and servers that work, over time. */
  List<Block> queue(DataTable all) {
    DataTable table = all.where("case", 0);
    Samples time = table.numbers("time_s");
    Chart.Builder chart =
        Chart.named("queue", "Queue over time")
            .axes(Axis.of("Time", "s"), Axis.of("Requests", "").range(0, Double.NaN));
    chart.add(
        new Layer.Line("waiting", new Points(time, table.numbers("waiting")), Style.of(Ink.S2)));
    if (table.present("busy").isPresent()) {
      Style style = Style.of(Ink.S1).dash(Dash.DASHED);
      chart.add(new Layer.Line("in work", new Points(time, table.numbers("busy")), style));
    }
    return List.of(
        new Block.Figure(
            chart
                .caption("Requests that wait, and those in work, at each instant." + cases.first())
                .build()));
  }

  /** Waiting and latency at each percentile. */
  List<Block> latencies(DataTable all) {
    DataTable table = all.where("case", 0);
    Samples percentile = table.numbers("percentile");
    Samples waiting = table.numbers("waiting_s");
    Samples latency = table.numbers("latency_s");
    boolean named = table.rows() <= MOST_NAMED;
    List<String> names =
        IntStream.range(0, table.rows())
            .mapToObj(row -> Numbers.significant(percentile.get(row), 5))
            .toList();
    Samples at = named ? Samples.linear(0, table.rows() - 1.0, table.rows()) : percentile;
    Axis x =
        named
            ? Axis.of("Percentile of the requests", names)
            : Axis.of("Percentile of the requests", "");
    Axis y = Axis.of("Time", "s");
    boolean decades = latency.max() > DECADE * latency.min() && latency.min() > 0;
    Chart.Builder chart =
        Chart.named("latencies", "Latency of the requests")
            .axes(x, decades ? y.inDecades() : y.range(0, Double.NaN));
    curve(chart, "latency", at, latency, Ink.S1, Marker.DISC);
    if (table.present("waiting_s").isPresent()) {
      curve(chart, "of it waiting", at, waiting, Ink.S2, Marker.RING);
    }
    return List.of(
        new Block.Figure(
            chart
                .caption(
                    "Share of the requests that were answered within a time, waiting included."
                        + cases.first())
                .build()));
  }

  private static void curve(
      Chart.Builder chart, String name, Samples x, Samples y, Ink ink, Marker marker) {
    Points points = new Points(x, y);
    chart.add(new Layer.Line("", points, Style.of(ink).opacity(0.6)));
    chart.add(new Layer.Scatter(name, points, Style.of(ink), marker));
  }

  /** Utilisation of the nodes, and their rates and latencies. */
  List<Block> nodes(DataTable all) {
    DataTable table = all.where("case", 0);
    LayerRows rows = new LayerRows(table.texts("node"));
    Samples load = table.numbers("utilisation_rel");
    Style style = Style.of(Ink.S1).opacity(0.85);
    List<Block> blocks = new ArrayList<>();
    if (table.present("utilisation_rel").isPresent()) {
      blocks.add(
          new Block.Figure(
              Chart.named("utilisation", "Utilisation of the nodes")
                  .height(rows.height())
                  .axes(Axis.of("Utilisation", "").range(0, Math.max(1, load.max())), rows.axis())
                  .add(new Layer.Spans("", load.map(v -> 0), load, rows.at(), THICKNESS, style))
                  .caption("Share of the time in which a node works." + cases.first())
                  .build()));
    }
    List<List<String>> cells = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      cells.add(
          List.of(
              table.texts("node").get(row),
              Numbers.significant(table.numbers("requestsPerS").get(row), 4),
              Numbers.significant(load.get(row), 3),
              Numbers.quantity(table.numbers("p50_s").get(row), "s", 3),
              Numbers.quantity(table.numbers("p99_s").get(row), "s", 3)));
    }
    blocks.add(
        new Block.Grid(
            "Nodes under load: latency at the median and at the 99th percentile",
            List.of("Node", "Requests per second", "Utilisation", "Median", "99 %"),
            cells));
    return blocks;
  }
}
