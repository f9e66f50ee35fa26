package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** The fibre network as a map, its links and the paths that light takes. */
final class NetworkCharts {
  /** A map with more links has no lengths written beside them. */
  private static final int MOST_LENGTHS = 16;

  private static final int MOST_ROWS = 120;

  private enum Kind {
    EDGE("edge node", Ink.S1, Marker.DISC),
    CENTRE("computing centre", Ink.S2, Marker.SQUARE),
    ROADM("ROADM", Ink.S3, Marker.RING),
    AMPLIFIER("amplifier", Ink.MUTED, Marker.CROSS);

    private final String words;
    private final Ink ink;
    private final Marker marker;

    Kind(String words, Ink ink, Marker marker) {
      this.words = words;
      this.ink = ink;
      this.marker = marker;
    }

    static Kind of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "centre", "center", "cloud" -> CENTRE;
        case "roadm" -> ROADM;
        case "amplifier" -> AMPLIFIER;
        default -> EDGE;
      };
    }
  }

  private record Link(double osnr, double length) {}

  private NetworkCharts() {}

  /**
   * The map.
   *
   * @param links colours; may have no rows
   */
  static Block map(DataTable nodes, DataTable links) {
    Samples x = nodes.numbers("x_km");
    Samples y = nodes.numbers("y_km");
    Chart.Builder chart =
        Chart.named("network", "Network")
            .shape(Chart.Shape.WIDE)
            .height(560)
            .equalUnits()
            .axes(Axis.of("East", "km"), Axis.of("North", "km"));
    int unknown = ties(chart, nodes, links);
    List<String> names = nodes.texts("id");
    List<String> words = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> kinds = nodes.texts("kind");
      DataTable some = nodes.rowsWhere(row -> Kind.of(kinds.get(row)) == kind);
      if (some.rows() > 0) {
        Points points = new Points(some.numbers("x_km"), some.numbers("y_km"));
        chart.add(new Layer.Nodes(kind.words, points, Style.of(kind.ink), kind.marker));
      }
    }
    for (int row = 0; row < nodes.rows(); row++) {
      boolean amplifier = Kind.of(nodes.texts("kind").get(row)) == Kind.AMPLIFIER;
      words.add(amplifier ? "" : names.get(row));
    }
    chart.add(new Layer.Labels(new Points(x, y), words, true));
    lengths(chart, nodes, links);
    String lost =
        unknown == 0 ? "" : " " + unknown + " links have an end that is no node and are left out.";
    return new Block.Figure(
        chart
            .caption(
                "Nodes at their coordinates; links by the OSNR (12.5 GHz, 0.1 nm) at their end, of a link"
                    + " lit both ways the lower one; grey where none is known."
                    + lost)
            .build());
  }

  /** Adds the links; how many have an end that is not known. */
  private static int ties(Chart.Builder chart, DataTable nodes, DataTable links) {
    List<Points> lines = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    int unknown = 0;
    for (Map.Entry<List<String>, Link> one : undirected(links).entrySet()) {
      Optional<Points> line = line(nodes, one.getKey());
      if (line.isEmpty()) {
        unknown++;
      } else {
        lines.add(line.get());
        values.add(one.getValue().osnr());
      }
    }
    if (!lines.isEmpty()) {
      Samples osnr = Samples.of(values.stream().mapToDouble(v -> v).toArray());
      chart.add(new Layer.Ties(Axis.of("OSNR", "dB"), lines, osnr));
    }
    return unknown;
  }

  /** Links by their two ends in alphabetic order: lowest OSNR and length. */
  private static Map<List<String>, Link> undirected(DataTable links) {
    Map<List<String>, Link> all = new LinkedHashMap<>();
    for (int row = 0; row < links.rows(); row++) {
      String from = links.texts("from").get(row);
      String to = links.texts("to").get(row);
      List<String> ends = from.compareTo(to) <= 0 ? List.of(from, to) : List.of(to, from);
      double osnr = links.numbers("osnr_dB").get(row);
      Link link = new Link(osnr, links.numbers("length_km").get(row));
      all.merge(ends, link, (a, b) -> b.osnr() < a.osnr() || Double.isNaN(a.osnr()) ? b : a);
    }
    return all;
  }

  private static Optional<Points> line(DataTable nodes, List<String> ends) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < nodes.rows(); row++) {
      rows.put(nodes.texts("id").get(row), row);
    }
    Integer a = rows.get(ends.get(0));
    Integer b = rows.get(ends.get(1));
    return a == null || b == null
        ? Optional.empty()
        : Optional.of(new Points(nodes.numbers("x_km").at(a, b), nodes.numbers("y_km").at(a, b)));
  }

  private static void lengths(Chart.Builder chart, DataTable nodes, DataTable links) {
    Map<List<String>, Link> all = undirected(links);
    if (all.size() > MOST_LENGTHS) {
      return;
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<String> words = new ArrayList<>();
    all.forEach(
        (ends, link) ->
            line(nodes, ends)
                .filter(line -> Double.isFinite(link.length()))
                .ifPresent(
                    line -> {
                      x.add((line.x().get(0) + line.x().get(1)) / 2);
                      y.add((line.y().get(0) + line.y().get(1)) / 2);
                      words.add(Numbers.significant(link.length(), 3) + "\u00a0km");
                    }));
    Points middles =
        Points.of(
            x.stream().mapToDouble(v -> v).toArray(), y.stream().mapToDouble(v -> v).toArray());
    chart.add(new Layer.Labels(middles, words, false));
  }

  /** The links in numbers. */
  static List<Block> links(DataTable links) {
    List<List<String>> rows = new ArrayList<>();
    int count = Math.min(links.rows(), MOST_ROWS);
    for (int row = 0; row < count; row++) {
      rows.add(
          List.of(
              links.texts("from").get(row) + " → " + links.texts("to").get(row),
              number(links, "length_km", row),
              number(links, "loss_dB", row),
              number(links, "osnr_dB", row),
              number(links, "channels", row)));
    }
    return List.of(
        new Block.Grid(
            "Links" + cut(links, count),
            List.of("Link", "Length (km)", "Loss (dB)", "OSNR (dB)", "Channels lit"),
            rows));
  }

  /** The paths in numbers. */
  static List<Block> paths(DataTable all) {
    DataTable paths = all.where("case", 0);
    List<List<String>> rows = new ArrayList<>();
    int count = Math.min(paths.rows(), MOST_ROWS);
    for (int row = 0; row < count; row++) {
      rows.add(
          List.of(
              paths.texts("name").get(row),
              paths.texts("nodes").get(row),
              number(paths, "length_km", row),
              Numbers.quantity(paths.numbers("delay_s").get(row), "s"),
              number(paths, "receivedPower_dBm", row),
              number(paths, "osnr_dB", row),
              number(paths, "margin_dB", row),
              number(paths, "wavelengths", row)));
    }
    return List.of(
        new Block.Grid(
            "Paths: OSNR in 12.5 GHz, margin to what the receiver needs" + cut(paths, count),
            List.of(
                "Path",
                "Nodes",
                "Length (km)",
                "Delay",
                "Received (dBm)",
                "OSNR (dB)",
                "Margin (dB)",
                "Wavelengths"),
            rows));
  }

  private static String cut(DataTable table, int count) {
    return table.rows() > count ? ", the first " + count + " of " + table.rows() : "";
  }

  private static String number(DataTable table, String column, int row) {
    double value = table.numbers(column).get(row);
    boolean decibels = column.contains("_dB") && Double.isFinite(value);
    return decibels ? Numbers.fixed(value, 2) : Numbers.significant(value, 4);
  }
}
