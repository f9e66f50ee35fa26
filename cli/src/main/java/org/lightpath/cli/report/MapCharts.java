package org.lightpath.cli.report;

import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Grid;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Samples;

/** Maps over distance, in decibels below their highest value. */
final class MapCharts {
  private static final double DEPTH_DB = 40;

  private MapCharts() {}

  static Block time(DataTable table) {
    return map(
        table.where("case", 0),
        "power_W",
        Axis.of("Time", "s"),
        Chart.named("time-map", "Power over time and distance")
            .caption("|A|² relative to its highest value; time in the carrier's moving frame."));
  }

  static Block spectrum(DataTable table) {
    return map(
        table.where("case", 0),
        "energyDensity_JPerHz",
        Axis.of("Frequency offset", "Hz"),
        Chart.named("spectrum-map", "Spectrum over distance")
            .caption("Energy spectral density relative to its highest value."));
  }

  private static Block map(DataTable table, String values, Axis x, Chart.Builder chart) {
    String abscissa = table.has("time_s") ? "time_s" : "frequencyOffset_Hz";
    double[] columns = values(table.distinct(abscissa));
    double[] rows = values(table.distinct("z_m"));
    if (columns.length * rows.length != table.rows() || table.rows() == 0) {
      return new Block.Missing(
          "%s: the map has %d rows, expected %d distances times %d points of %s."
              .formatted(
                  chart.build().title(), table.rows(), rows.length, columns.length, abscissa));
    }
    Samples power = table.numbers(values);
    Samples filled = fill(Decibels.of(power, power.max()), power);
    Grid grid = new Grid(Samples.of(columns), Samples.of(rows), filled);
    Axis colour = Axis.of("Relative to maximum", "dB").range(-DEPTH_DB, 0);
    Grid visible = crop(grid);
    return new Block.Figure(
        chart
            .shape(Chart.Shape.MAP)
            .axes(x, Axis.of("Distance", "m"))
            .add(new Layer.HeatMap(colour, visible))
            .build());
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Zero power lies below every level; only NaN stays unknown. */
  private static Samples fill(Samples levels, Samples power) {
    double[] filled = levels.toArray();
    for (int i = 0; i < filled.length; i++) {
      boolean dark = Double.isNaN(filled[i]) && !Double.isNaN(power.get(i));
      filled[i] = dark ? -10 * DEPTH_DB : filled[i];
    }
    return Samples.of(filled);
  }

  /** The columns where any row comes within the depth of the colours, and a little more. */
  private static Grid crop(Grid grid) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int row = 0; row < grid.y().size(); row++) {
      for (int column = 0; column < grid.x().size(); column++) {
        if (grid.get(row, column) > -DEPTH_DB) {
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
