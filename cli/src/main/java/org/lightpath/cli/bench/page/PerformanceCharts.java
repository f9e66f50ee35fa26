package org.lightpath.cli.bench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** Charts of one device. */
final class PerformanceCharts {
  /** Height of a bar and its gap, and of all that is around them [px]. */
  private static final int BAR = 20;

  private static final int AROUND = 110;

  /** Nanoseconds of a second. */
  private static final double NANO = 1e9;

  private final String device;
  private final List<Measured> rows;
  private final List<Goal> goals;

  /** Charts of the rows of one device. */
  PerformanceCharts(String device, List<Measured> rows, List<Goal> goals) {
    this.device = device;
    this.rows = rows.stream().sorted(Measured.ORDER).toList();
    this.goals = goals;
  }

  /** Those for which there are rows. */
  List<Chart> all() {
    List<Chart> charts = new ArrayList<>();
    steps().ifPresent(charts::add);
    peers("peers", "Split step: time of the fastest peer over ours", PerformanceCharts::step)
        .ifPresent(charts::add);
    peers(
            "systems",
            "Systems: time of a step of the fastest peer over ours",
            row -> row.bench().equals("fiber") && !step(row))
        .ifPresent(charts::add);
    shares().ifPresent(charts::add);
    noise().ifPresent(charts::add);
    return charts;
  }

  private String id(String what) {
    return "performance-%s-%s".formatted(Measured.plain(device), what);
  }

  /** Time of a sample over the length of one field, ours beside the peers. */
  private Optional<Chart> steps() {
    Map<String, List<RecordedRow>> lines = new LinkedHashMap<>();
    for (Measured each : rows) {
      if (single(each.row())) {
        lines
            .computeIfAbsent("Lightpath" + threads(each.row()), _ -> new ArrayList<>())
            .add(each.row());
        each.beside().stream()
            .filter(peer -> !peer.ours() && peer.what().equals(each.row().what()))
            .forEach(
                peer -> {
                  List<RecordedRow> line =
                      lines.computeIfAbsent(peer.engine(), _ -> new ArrayList<>());
                  if (line.stream().noneMatch(known -> known.what().equals(peer.what()))) {
                    line.add(peer);
                  }
                });
      }
    }
    if (lines.values().stream().noneMatch(line -> line.size() > 1)) {
      return Optional.empty();
    }
    Chart.Builder chart =
        Chart.named(id("steps"), "Split step of one field, single precision")
            .axes(
                Axis.of("Samples N", "").inDecades(),
                Axis.of("Time per sample (ns)", "").inDecades())
            .caption("Time of a step over its samples, ours and the peers of the same run.");
    int index = 0;
    for (Map.Entry<String, List<RecordedRow>> line : lines.entrySet()) {
      Style style = Style.of(Paint.series(index++, lines.size()));
      Points points = points(line.getValue());
      boolean ours = line.getKey().startsWith("Lightpath");
      chart.add(
          new Layer.Line(
              line.getKey(), points, ours ? style.wide(2.6) : style.dash(Style.Dash.DASHED)));
      chart.add(new Layer.Scatter("", points, style, ours ? Layer.Marker.DISC : Layer.Marker.RING));
    }
    return Optional.of(chart.build());
  }

  private static boolean single(RecordedRow row) {
    return step(row)
        && row.text("model").equals("scalar")
        && row.text("batch").equals("1")
        && row.text("precision").equals("single");
  }

  private static boolean step(RecordedRow row) {
    return row.bench().equals("fiber") && row.text("case").equals("step");
  }

  private String threads(RecordedRow row) {
    boolean several =
        rows.stream().anyMatch(each -> !each.row().text("threads").equals(row.text("threads")));
    String count = row.text("threads");
    return several ? (count.equals("1") ? ", 1 thread" : ", " + count + " threads") : "";
  }

  private static Points points(List<RecordedRow> line) {
    List<RecordedRow> sorted =
        line.stream()
            .sorted(
                (one, other) ->
                    Double.compare(
                        one.number("samples").orElse(0), other.number("samples").orElse(0)))
            .toList();
    return Points.of(
        sorted.stream().mapToDouble(row -> row.number("samples").orElse(Double.NaN)).toArray(),
        sorted.stream()
            .mapToDouble(
                row -> NANO * row.timing().seconds() / row.number("samples").orElse(Double.NaN))
            .toArray());
  }

  /** How far from the fastest peer of the same run, with goals. */
  private Optional<Chart> peers(String what, String title, Predicate<RecordedRow> wanted) {
    List<Measured> chosen =
        rows.stream()
            .filter(each -> wanted.test(each.row()) && each.fastestPeer().isPresent())
            .toList();
    Optional<Chart.Builder> chart =
        bars(
            what,
            title,
            Axis.of("Times as fast as the fastest peer", "").inDecades(),
            chosen,
            each -> each.fastestPeer().map(each::ratioTo).orElse(Double.NaN));
    return chart.map(
        builder ->
            builder
                .add(
                    new Layer.Reference(
                        "as fast", Layer.Orientation.VERTICAL, 1, Style.of(Ink.MUTED)))
                .add(new Layer.Scatter("goal", marks(chosen), Style.of(Ink.S2), Layer.Marker.CROSS))
                .caption(
                    "Bars to the right of 1 are faster than every peer of the same run; crosses are goals.")
                .build());
  }

  private Points marks(List<Measured> chosen) {
    double[] at = new double[chosen.size()];
    double[] goal = new double[chosen.size()];
    for (int i = 0; i < chosen.size(); i++) {
      Measured each = chosen.get(i);
      at[i] = chosen.size() - 1.0 - i;
      goal[i] =
          goals.stream()
              .filter(one -> one.figure().equals("fastestPeer") || one.figure().startsWith("peer "))
              .filter(one -> one.outcome(each).isPresent() && !one.figure().contains("JTransforms"))
              .mapToDouble(one -> one.bound().value())
              .findFirst()
              .orElse(Double.NaN);
    }
    return Points.of(goal, at);
  }

  /** How near the roofline. */
  private Optional<Chart> shares() {
    List<Measured> chosen =
        rows.stream()
            .filter(each -> step(each.row()) && each.row().number("rooflineShare").isPresent())
            .toList();
    return bars(
            "roofline",
            "Split step: share of the roofline",
            Axis.of("Share of the roofline", "").range(0, 1),
            chosen,
            each -> Math.min(1, each.row().number("rooflineShare").orElse(Double.NaN)))
        .map(
            builder ->
                builder
                    .caption(
                        "Floor of the time, from bytes and operations and the ceilings of the same run, over"
                            + " the time.")
                    .build());
  }

  /** What noise costs over the noiseless product. */
  private Optional<Chart> noise() {
    List<Measured> chosen =
        rows.stream()
            .filter(
                each ->
                    each.row().bench().equals("matmul")
                        && each.row().number("costOfNoise").isPresent()
                        && !each.row().text("effect").equals("noiseless"))
            .toList();
    return bars(
            "noise",
            "Products with noise: time over that of the noiseless product",
            Axis.of("Cost of noise", "").range(0, Double.NaN),
            chosen,
            each -> each.row().number("costOfNoise").orElse(Double.NaN))
        .map(
            builder ->
                builder
                    .add(
                        new Layer.Reference(
                            "goal with the noise of a receiver",
                            Layer.Orientation.VERTICAL,
                            1.5,
                            Style.of(Ink.S2).dash(Style.Dash.DASHED)))
                    .caption("Receiver noise should cost half a product at most.")
                    .build());
  }

  private Optional<Chart.Builder> bars(
      String what,
      String title,
      Axis axis,
      List<Measured> chosen,
      ToDoubleFunction<Measured> value) {
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    int count = chosen.size();
    List<String> names = new ArrayList<>();
    double[] at = new double[count];
    double[] to = new double[count];
    double[] from = new double[count];
    for (int i = 0; i < count; i++) {
      // The first row stands at the top.
      Measured each = chosen.get(i);
      names.addFirst(label(each.row()));
      at[i] = count - 1.0 - i;
      to[i] = value.applyAsDouble(each);
      from[i] = axis.logarithmic() ? 1 : 0;
    }
    return Optional.of(
        Chart.named(id(what), title)
            .height(AROUND + BAR * count)
            .axes(axis, Axis.of("", names))
            .add(
                new Layer.Spans(
                    "", Samples.of(from), Samples.of(to), Samples.of(at), 0.62, Style.of(Ink.S1))));
  }

  /** Short enough to stand beside a bar. */
  private String label(RecordedRow row) {
    String precision = row.text("precision").equals("double") ? "f64" : "f32";
    String work =
        switch (row.bench()) {
          case "fiber" ->
              "%s%s×%s"
                  .formatted(
                      row.text("case").equals("step") ? "" : row.text("case") + " ",
                      row.size().replace(" x ", "·"),
                      row.text("batch"));
          default -> "%s %s".formatted(row.caseName(), row.text("rows"));
        };
    String count = threads(row).isEmpty() ? "" : ", t" + row.text("threads");
    return "%s %s%s".formatted(work, precision, count);
  }
}
