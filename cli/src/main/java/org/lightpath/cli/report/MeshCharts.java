package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Grid;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** What fabrication errors make of a mesh. */
final class MeshCharts {
  private static final Style LAW = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);

  private static final Swept SPLITTER =
      new Swept("splitter", "splitter error", "splitterError_rad");
  private static final Swept PHASE = new Swept("phase", "phase error", "phaseError_rad");

  private final Cases cases;

  MeshCharts(Cases cases) {
    this.cases = cases;
  }

  /** Fidelity and amplitude error of each layout over each error, with the closed forms. */
  List<Block> sweeps(DataTable results) {
    List<Block> blocks = new ArrayList<>();
    boolean splitters = results.distinct("splitterError_rad").size() > 1;
    boolean phases = results.distinct("phaseError_rad").size() > 1;
    boolean grid = splitters && phases && repeats(results);
    if (splitters) {
      over(blocks, results, SPLITTER, grid ? PHASE : null);
    }
    if (phases && (grid || !splitters)) {
      over(blocks, results, PHASE, grid ? SPLITTER : null);
    }
    if (grid) {
      blocks.add(fidelityMap(results));
    }
    blocks.add(table(results));
    return blocks;
  }

  /** Whether splitter errors come back with other phase errors. */
  private static boolean repeats(DataTable results) {
    DataTable one = results.where("layout", results.texts("layout").getFirst());
    return one.rows() > one.distinct(SPLITTER.column).size();
  }

  /** An error that is swept. */
  private record Swept(String id, String words, String column) {}

  /** Columns of a measure: mean over the chips, its standard deviation, and the closed form. */
  private record Columns(String mean, String deviation, String expected) {}

  private static void over(List<Block> blocks, DataTable all, Swept swept, @Nullable Swept fixed) {
    DataTable results =
        fixed == null ? all : all.where(fixed.column, all.numbers(fixed.column).min());
    String rest =
        fixed == null
            ? ""
            : " At a %s of %s rad."
                .formatted(fixed.words, Numbers.significant(all.numbers(fixed.column).min(), 3));
    Axis axis = Axis.of(MetricCatalogue.capitalised(swept.words), "rad");
    blocks.add(
        sweep(
            results,
            swept,
            Chart.named("fidelity-" + swept.id, "Fidelity over " + swept.words)
                .axes(axis, Axis.of("Fidelity", "").range(0, 1.02)),
            new Columns("fidelity", "fidelityDeviation", "fidelityExpected"),
            rest));
    blocks.add(
        sweep(
            results,
            swept,
            Chart.named("amplitude-error-" + swept.id, "Amplitude error over " + swept.words)
                .axes(axis, Axis.of("‖ΔU‖ / √N", "")),
            new Columns(
                "amplitudeError_rel", "amplitudeErrorDeviation_rel", "amplitudeErrorExpected_rel"),
            rest));
  }

  private static Block sweep(
      DataTable results, Swept swept, Chart.Builder chart, Columns columns, String rest) {
    List<String> layouts = results.texts("layout").stream().distinct().toList();
    boolean law = false;
    for (int i = 0; i < layouts.size(); i++) {
      DataTable one = results.where("layout", layouts.get(i));
      Samples x = one.numbers(swept.column);
      Style style = Style.of(Paint.series(i, Math.max(2, layouts.size())));
      Points mean = new Points(x, one.numbers(columns.mean));
      chart.add(new Layer.ErrorBars("", mean, one.numbers(columns.deviation), style));
      chart.add(new Layer.Line("", mean, style));
      Marker marker = i == 0 ? Marker.DISC : Marker.RING;
      chart.add(new Layer.Scatter(layouts.get(i), mean, style, marker));
      if (!law && one.present(columns.expected).isPresent()) {
        law = true;
        chart.add(new Layer.Line("closed form", new Points(x, one.numbers(columns.expected)), LAW));
      }
    }
    String caption =
        "Mean over the chips; bars: standard deviation between them."
            + (law ? " Dashed: closed form for independent errors of a Haar-random target." : "")
            + rest;
    return new Block.Figure(chart.caption(caption).build());
  }

  private static Block fidelityMap(DataTable results) {
    String layout = results.texts("layout").getFirst();
    DataTable one = results.where("layout", layout);
    double[] x = values(one.distinct(SPLITTER.column));
    double[] y = values(one.distinct(PHASE.column));
    if (x.length * y.length != one.rows()) {
      return new Block.Missing("Fidelity of pairs of errors: not every pair is there.");
    }
    // Rows come phase by phase, splitters within: the order of the grid.
    Grid grid = new Grid(Samples.of(x), Samples.of(y), one.numbers("fidelity"));
    return new Block.Figure(
        Chart.named("fidelity-map", "Fidelity of pairs of errors")
            .shape(Chart.Shape.MAP)
            .axes(Axis.of("Splitter error", "rad"), Axis.of("Phase error", "rad"))
            .add(new Layer.HeatMap(Axis.of("Fidelity", "").range(0, 1), grid))
            .caption("Mean over the chips, layout " + layout + ".")
            .build());
  }

  private static Block table(DataTable results) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < results.rows(); row++) {
      List<String> cells = new ArrayList<>();
      cells.add(results.texts("layout").get(row));
      for (String column :
          List.of(
              "splitterError_rad",
              "phaseError_rad",
              "fidelity",
              "fidelityExpected",
              "amplitudeError_rel",
              "amplitudeErrorExpected_rel",
              "insertionLoss_dB",
              "clipped")) {
        cells.add(Numbers.significant(results.numbers(column).get(row), 5));
      }
      rows.add(cells);
    }
    return new Block.Grid(
        "Mean over the chips",
        List.of(
            "Layout",
            "Splitter error (rad)",
            "Phase error (rad)",
            "Fidelity",
            "Closed form",
            "Amplitude error",
            "Closed form",
            "Insertion loss (dB)",
            "Clipped settings"),
        rows);
  }

  /** Fidelity of each chip. */
  Block chips(DataTable all) {
    DataTable chips = all.where("layout", all.texts("layout").getFirst());
    Chart.Builder chart =
        Chart.named("chips", "Fidelity of each chip")
            .axes(Axis.of("Chip", ""), Axis.of("Fidelity", ""));
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = chips.where("case", drawn.get(i));
      String name = cases.many() ? cases.names().get(drawn.get(i)) : "";
      Style style = Style.of(Paint.series(i, drawn.size()));
      Points points = new Points(one.numbers("chip"), one.numbers("fidelity"));
      chart.add(new Layer.Scatter(name, points, style, Marker.DISC));
    }
    return new Block.Figure(
        chart.caption("First layout; a chip keeps its errors' pattern in every case.").build());
  }

  /** Settings of the interferometers where they lie on the chip. */
  Block phases(DataTable phases) {
    return map(
        phases,
        new Map("phase-map", "Settings θ on the chip", "column", "mode", "theta_rad"),
        Axis.of("θ", "rad").range(0, Math.PI),
        "Columns from left to right as the light passes; empty where there is no interferometer.");
  }

  /** Elements of the matrix that miss their target. */
  Block elements(DataTable elements) {
    return map(
        elements,
        new Map("element-map", "Error of the matrix", "input", "output", "error"),
        Axis.of("|ΔU|", ""),
        "Modulus of realised minus wanted element, of the first chip and layout.");
  }

  /** What a map shows over which columns of the table. */
  private record Map(String id, String title, String x, String y, String value) {}

  private Block map(DataTable all, Map map, Axis colour, String caption) {
    DataTable table = all.where("case", cases.count() - 1.0);
    double[] x = values(table.distinct(map.x));
    double[] y = values(table.distinct(map.y));
    if (x.length * y.length != table.rows()) {
      return new Block.Missing(
          "%s: %d rows, expected %d times %d."
              .formatted(map.title, table.rows(), y.length, x.length));
    }
    Grid grid = new Grid(Samples.of(x), Samples.of(y), table.numbers(map.value));
    String which = cases.many() ? " Last case: " + cases.label(cases.count() - 1) + "." : "";
    return new Block.Figure(
        Chart.named(map.id, map.title)
            .shape(Chart.Shape.MAP)
            .axes(
                Axis.of(MetricCatalogue.capitalised(map.x), ""),
                Axis.of(MetricCatalogue.capitalised(map.y), ""))
            .add(new Layer.HeatMap(colour, grid))
            .caption(caption + which)
            .build());
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
