package org.lightpath.cli.report;

import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Grid;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Samples;

/** Maps over distance, in decibels below their highest value. */
final class MapCharts {
  private static final double TIME_DEPTH_DB = 40;

  /** A map of power that varies by less [relative] is one colour. */
  private static final double FLAT = 0.1;

  private final Cases cases;
  private final Depth depth;

  MapCharts(Cases cases, Depth depth) {
    this.cases = cases;
    this.depth = depth;
  }

  Block time(DataTable table) {
    DataTable first = table.where("case", 0);
    Samples power = first.numbers("power_W");
    if (power.min() > (1 - FLAT) * power.max()) {
      return new Block.Paragraph(
          "No map of power over time: everywhere it is within 10 % of its highest value.");
    }
    return map(
        first,
        new Values("power_W", TIME_DEPTH_DB),
        Axis.of("Time", "s"),
        Chart.named("time-map", "Power over time and distance")
            .caption(
                "|A|² relative to its highest value; time in the carrier's moving frame."
                    + cases.first()));
  }

  Block spectrum(DataTable table) {
    return map(
        table.where("case", 0),
        new Values("energyDensity_JPerHz", depth.map()),
        Axis.of("Frequency offset", "Hz"),
        Chart.named("spectrum-map", "Spectrum over distance")
            .caption("Energy spectral density relative to its highest value." + cases.first()));
  }

  /** A column and how far below its highest value it is shown [dB]. */
  private record Values(String column, double depth) {}

  private static Block map(DataTable table, Values shown, Axis x, Chart.Builder chart) {
    String abscissa = table.has("time_s") ? "time_s" : "frequencyOffset_Hz";
    double[] columns = values(table.distinct(abscissa));
    double[] rows = values(table.distinct("z_m"));
    if (columns.length * rows.length != table.rows() || table.rows() == 0) {
      return new Block.Missing(
          "%s: the map has %d rows, expected %d distances times %d points of %s."
              .formatted(
                  chart.build().title(), table.rows(), rows.length, columns.length, abscissa));
    }
    Samples power = table.numbers(shown.column());
    Samples filled = fill(Decibels.of(power, power.max()), power, shown.depth());
    Grid grid = new Grid(Samples.of(columns), Samples.of(rows), filled);
    Axis colour = Axis.of("Relative to maximum", "dB").range(-shown.depth(), 0);
    return new Block.Figure(
        chart
            .shape(Chart.Shape.MAP)
            .axes(x, Axis.of("Distance", "m"))
            .add(new Layer.HeatMap(colour, crop(grid, shown.depth())))
            .build());
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Zero power lies below every level; only NaN stays unknown. */
  private static Samples fill(Samples levels, Samples power, double depth) {
    double[] filled = levels.toArray();
    for (int i = 0; i < filled.length; i++) {
      boolean dark = Double.isNaN(filled[i]) && !Double.isNaN(power.get(i));
      filled[i] = dark ? -10 * depth : filled[i];
    }
    return Samples.of(filled);
  }

  /** The columns where any row comes within the depth of the colours, and a little more. */
  private static Grid crop(Grid grid, double depth) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int row = 0; row < grid.y().size(); row++) {
      for (int column = 0; column < grid.x().size(); column++) {
        if (grid.get(row, column) > -depth) {
          first = Math.min(first, column);
          last = Math.max(last, column);
        }
      }
    }
    if (last - first < 4) {
      return grid;
    }
    int air = (last - first) / 20 + 1;
    return grid.columns(Math.max(0, first - air), Math.min(grid.x().size(), last + air + 1));
  }
}
