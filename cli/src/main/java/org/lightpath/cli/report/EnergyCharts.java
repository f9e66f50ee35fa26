package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** Energy, area, loss and latency of a core, beside what is published of it. */
final class EnergyCharts {
  private static final double HALF_BAR = 0.2;

  /** More configurations are in the table only. */
  private static final int MOST_CHARTS = 6;

  private static final String NONE = "–";

  EnergyCharts() {}

  /** Bars and a table for each configuration. */
  List<Block> bars(DataTable energy) {
    List<Block> blocks = new ArrayList<>();
    List<String> configurations = energy.texts("configuration").stream().distinct().toList();
    boolean published = energy.present("published_mWPerTops").isPresent();
    int drawn = Math.min(published ? MOST_CHARTS : 2, configurations.size());
    for (int chart = 0; chart < drawn; chart++) {
      int i = drawn == 1 ? 0 : chart * (configurations.size() - 1) / (drawn - 1);
      DataTable one = energy.where("configuration", configurations.get(i));
      blocks.add(chart(one, configurations.get(i), i));
    }
    blocks.add(table(energy));
    return blocks;
  }

  private static Block chart(DataTable all, String configuration, int number) {
    List<String> names = all.texts("component").stream().filter(n -> !n.equals("total")).toList();
    DataTable parts = withoutTotal(all);
    Samples ours = parts.numbers("efficiency_mWPerTops");
    boolean published = parts.present("published_mWPerTops").isPresent();
    double[] at = new double[names.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = published ? i - HALF_BAR : i;
    }
    double width = published ? 1.8 * HALF_BAR : 0.6;
    Chart.Builder chart =
        Chart.named("energy-" + number, MetricCatalogue.capitalised(configuration))
            .axes(Axis.of("", names), Axis.of("Power efficiency", "mW/TOPS"))
            .add(
                new Layer.Bars(
                    published ? "ours" : "", new Points(Samples.of(at), ours), width, bar(Ink.S1)));
    if (published) {
      double[] beside = new double[at.length];
      for (int i = 0; i < beside.length; i++) {
        beside[i] = i + HALF_BAR;
      }
      Points theirs = new Points(Samples.of(beside), parts.numbers("published_mWPerTops"));
      chart.add(new Layer.Bars("published", theirs, width, bar(Ink.S2)));
    }
    return new Block.Figure(
        chart
            .caption(
                "Power by component. 1 mW/TOPS is 1 fJ for each operation; one multiply-accumulate is two operations"
                    + " unless the table says otherwise.")
            .build());
  }

  private static Style bar(Ink ink) {
    return Style.of(ink).opacity(0.85);
  }

  private static DataTable withoutTotal(DataTable all) {
    DataTable.Builder kept = DataTable.builder();
    List<Integer> rows = new ArrayList<>();
    List<String> components = all.texts("component");
    for (int row = 0; row < components.size(); row++) {
      if (!components.get(row).equals("total")) {
        rows.add(row);
      }
    }
    int[] at = rows.stream().mapToInt(Integer::intValue).toArray();
    for (String column : List.of("efficiency_mWPerTops", "published_mWPerTops")) {
      kept.numbers(column, all.numbers(column).at(at).toArray());
    }
    return kept.build();
  }

  private static Block table(DataTable energy) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < energy.rows(); row++) {
      double ours = energy.numbers("efficiency_mWPerTops").get(row);
      double theirs = energy.numbers("published_mWPerTops").get(row);
      rows.add(
          List.of(
              energy.texts("configuration").get(row),
              energy.texts("component").get(row),
              Numbers.quantity(energy.numbers("power_W").get(row), "W", 5),
              Numbers.significant(ours, 5),
              Numbers.quantity(energy.numbers("energyPerMac_J").get(row), "J", 4),
              Double.isNaN(theirs) ? NONE : Numbers.significant(theirs, 5),
              Double.isNaN(theirs) ? NONE : deviation(ours, theirs),
              energy.texts("source").get(row)));
    }
    return new Block.Grid(
        "Power by component",
        List.of(
            "Configuration",
            "Component",
            "Power",
            "mW/TOPS",
            "Energy per MAC",
            "Published (mW/TOPS)",
            "Deviation",
            "Source"),
        rows);
  }

  private static String deviation(double ours, double theirs) {
    return Numbers.scientific(ours / theirs - 1, 2);
  }

  /** Area by component, beside what is published. */
  List<Block> area(DataTable area) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < area.rows(); row++) {
      double ours = area.numbers("area_m2").get(row);
      double theirs = area.numbers("published_m2").get(row);
      rows.add(
          List.of(
              area.texts("configuration").get(row),
              area.texts("component").get(row),
              Numbers.significant(ours * 1e6, 5),
              Double.isNaN(theirs) ? NONE : Numbers.significant(theirs * 1e6, 5),
              Double.isNaN(theirs) ? NONE : deviation(ours, theirs)));
    }
    return List.of(
        new Block.Grid(
            "Area by component",
            List.of("Configuration", "Component", "Area (mm²)", "Published (mm²)", "Deviation"),
            rows));
  }

  /** The link budget. */
  List<Block> losses(DataTable losses) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < losses.rows(); row++) {
      rows.add(
          List.of(
              losses.texts("element").get(row),
              Numbers.fixed(losses.numbers("loss_dB").get(row), 2),
              losses.texts("source").get(row)));
    }
    return List.of(
        new Block.Grid(
            "Link budget, from laser to diode; sharing the light between receivers is counted apart",
            List.of("Element", "Loss (dB)", "Source"),
            rows));
  }

  /** Energy and latency of whole networks, beside what is published. */
  List<Block> workloads(DataTable workloads) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < workloads.rows(); row++) {
      rows.add(
          List.of(
              workloads.texts("configuration").get(row),
              workloads.texts("workload").get(row),
              Numbers.quantity(workloads.numbers("energy_J").get(row), "J", 8),
              Numbers.quantity(workloads.numbers("publishedEnergy_J").get(row), "J", 8),
              Numbers.quantity(workloads.numbers("latency_s").get(row), "s", 8),
              Numbers.quantity(workloads.numbers("publishedLatency_s").get(row), "s", 8)));
    }
    return List.of(
        new Block.Grid(
            "Whole networks",
            List.of(
                "Configuration",
                "Network",
                "Energy",
                "Published energy",
                "Latency",
                "Published latency"),
            rows));
  }
}
