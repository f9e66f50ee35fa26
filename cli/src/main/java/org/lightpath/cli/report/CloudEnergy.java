package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Orientation;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** Energy of a model by component and by layer, and power efficiency beside baselines. */
final class CloudEnergy {
  private static final double THICKNESS = 0.66;

  /** A logarithmic axis ends beyond its longest bar by this factor. */
  private static final double ROOM_FOR_WORDS = 2;

  /** Components that have a colour of their own; smaller ones are drawn together. */
  private static final int COLOURS = Paint.PALETTE.size() - 1;

  private static final String OTHER = "all others";

  private final Cases cases;
  private final DataTable names;

  /**
   * Charts of energy.
   *
   * @param results {@code results.arrow}, which names the layers; may be empty
   */
  CloudEnergy(Cases cases, DataTable results) {
    this.cases = cases;
    this.names = results.where("case", 0);
  }

  /** Energy of all layers by component, largest first. */
  List<Block> components(DataTable all) {
    Map<String, Double> sums = sums(all.where("case", 0));
    List<String> order = largestFirst(sums);
    double total = sums.values().stream().filter(Double::isFinite).mapToDouble(v -> v).sum();
    LayerRows rows = new LayerRows(order);
    Samples values = Samples.of(order.stream().mapToDouble(sums::get).toArray());
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double share = 100 * values.get(i) / total;
      words.add(Double.isFinite(share) ? Numbers.significant(share, 3) + "\u00a0%" : "");
    }
    double high = values.max() > 0 ? 1.2 * values.max() : Double.NaN;
    Style style = Style.of(Ink.S1).opacity(0.85);
    return List.of(
        new Block.Figure(
            Chart.named("energy-components", "Energy by component")
                .height(rows.height())
                .axes(Axis.of("Energy", "J").range(0, high), rows.axis())
                .add(new Layer.Spans("", values.map(v -> 0), values, rows.at(), THICKNESS, style))
                .add(new Layer.Labels(new Points(values, rows.at()), words, false))
                .caption(
                    "Energy of one inference, all layers together: "
                        + Numbers.quantity(total, "J")
                        + "; shares beside the bars."
                        + cases.first())
                .build()));
  }

  private static Map<String, Double> sums(DataTable energy) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int row = 0; row < energy.rows(); row++) {
      String component = energy.texts("component").get(row);
      double value = energy.numbers("energy_J").get(row);
      if (!component.toLowerCase(Locale.ROOT).equals("total")) {
        sums.merge(component, value, Double::sum);
      }
    }
    return sums;
  }

  private static List<String> largestFirst(Map<String, Double> sums) {
    return sums.entrySet().stream()
        .sorted((a, b) -> Double.compare(orZero(b.getValue()), orZero(a.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double orZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  /** Energy of every layer, its components end to end. */
  List<Block> layers(DataTable table) {
    DataTable energy = table.where("case", 0);
    List<String> each = keys(energy);
    List<String> order = each.stream().distinct().toList();
    List<String> all = LayerRows.of(energy, names).names();
    LayerRows rows = new LayerRows(order.stream().map(key -> all.get(each.indexOf(key))).toList());
    List<String> components = largestFirst(sums(energy));
    int own = components.size() <= COLOURS + 1 ? components.size() : COLOURS;
    double[] ends = new double[order.size()];
    Chart.Builder chart =
        Chart.named("energy-layers", "Energy per layer")
            .height(rows.height())
            .axes(Axis.of("Energy", "J").range(0, Double.NaN), rows.axis());
    for (int c = 0; c < Math.min(components.size(), own + 1); c++) {
      List<String> group =
          c < own ? List.of(components.get(c)) : components.subList(c, components.size());
      Samples from = Samples.of(ends);
      addTo(ends, energy, each, order, group);
      String name = c < own ? components.get(c) : OTHER;
      Style style = Style.of(Paint.PALETTE.get(c)).opacity(0.85);
      chart.add(new Layer.Spans(name, from, Samples.of(ends), rows.at(), THICKNESS, style));
    }
    return List.of(
        new Block.Figure(
            chart
                .caption(
                    "Energy of every layer in one inference, components end to end, layers in order of"
                        + " execution from the top."
                        + cases.first())
                .build()));
  }

  /** What tells layers apart: their numbers where there are any, because names may be alike. */
  private static List<String> keys(DataTable energy) {
    return energy.has("layer")
        ? Arrays.stream(energy.numbers("layer").toArray()).mapToObj(Double::toString).toList()
        : energy.texts("layer");
  }

  private static void addTo(
      double[] ends, DataTable energy, List<String> each, List<String> order, List<String> group) {
    for (int row = 0; row < energy.rows(); row++) {
      if (group.contains(energy.texts("component").get(row))) {
        ends[order.indexOf(each.get(row))] += orZero(energy.numbers("energy_J").get(row));
      }
    }
  }

  /** Power efficiency beside baselines, and what each counts as one operation. */
  List<Block> baselines(DataTable all) {
    DataTable table = all.where("case", 0);
    OptionalInt line =
        IntStream.range(0, table.rows()).filter(row -> undefined(table, row)).findFirst();
    List<Integer> drawn =
        IntStream.range(0, table.rows()).filter(row -> row != line.orElse(-1)).boxed().toList();
    LayerRows rows = new LayerRows(drawn.stream().map(row -> label(table, row)).toList());
    Samples values = Samples.of(drawn.stream().mapToDouble(row -> value(table, row)).toArray());
    double high = values.max() > 0 ? ROOM_FOR_WORDS * values.max() : Double.NaN;
    Chart.Builder chart =
        Chart.named("baselines", "Power efficiency beside baselines")
            .height(rows.height() + 40)
            .axes(
                Axis.of("Power efficiency", "mW/TOPS").range(Double.NaN, high).inDecades(),
                rows.axis());
    chart.add(bars("this run", table, drawn, rows, true));
    chart.add(bars("published", table, drawn, rows, false));
    List<String> words =
        drawn.stream().map(row -> Numbers.quantity(value(table, row), "", 3)).toList();
    chart.add(new Layer.Labels(new Points(values, rows.at()), words, false));
    line.ifPresent(row -> chart.add(reference(table, row)));
    String caption =
        "Electrical power for a rate of operations; 1 mW/TOPS is 1 fJ for each operation. What counts as"
            + " one operation differs between sources: see the table; * does not define it. Logarithmic"
            + " axis, shorter is better."
            + cases.first();
    return List.of(new Block.Figure(chart.caption(caption).build()), sources(table));
  }

  /** The first published figure that does not define its operation: a line across the chart. */
  private static Layer reference(DataTable table, int row) {
    String name =
        Numbers.significant(value(table, row), 4)
            + "\u00a0mW/TOPS: published, operation not defined by the source";
    Style style = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.3);
    return new Layer.Reference(name, Orientation.VERTICAL, value(table, row), style);
  }

  private static String label(DataTable table, int row) {
    String name = table.texts("name").get(row);
    return undefined(table, row) ? name + " *" : name;
  }

  /** Whether a figure is given without saying what it counts. */
  private static boolean undefined(DataTable table, int row) {
    return table.texts("operation").get(row).contains("not defined");
  }

  private static double value(DataTable table, int row) {
    return table.numbers("efficiency_mWPerTops", "mWPerTops").get(row);
  }

  private static Layer bars(
      String name, DataTable table, List<Integer> drawn, LayerRows rows, boolean ours) {
    double[] ends =
        drawn.stream()
            .mapToDouble(
                row ->
                    (table.numbers("ours").get(row) == 1) == ours ? value(table, row) : Double.NaN)
            .toArray();
    Samples to = Samples.of(ends);
    Style style = Style.of(ours ? Ink.S2 : Ink.S7).opacity(0.9);
    return new Layer.Spans(name, to.map(v -> Double.NaN), to, rows.at(), THICKNESS, style);
  }

  private static Block sources(DataTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(
          List.of(
              table.texts("name").get(row),
              Numbers.quantity(value(table, row), "", 4),
              table.texts("operation").get(row),
              table.texts("source").get(row)));
    }
    return new Block.Grid(
        "Power efficiency, what one operation is, and where the figure comes from",
        List.of("System", "mW/TOPS", "Operation", "Source"),
        rows);
  }
}
