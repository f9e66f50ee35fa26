package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** Numbers of the pulse at every output position. */
final class EvolutionCharts {
  private static final Axis DISTANCE = Axis.of("Distance", "m");
  private static final int FEW = 30;
  private static final Style CLOSED = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);

  private final Cases cases;

  EvolutionCharts(Cases cases) {
    this.cases = cases;
  }

  List<Block> along(DataTable results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        one(
            results,
            Chart.named("peak-power", "Peak power")
                .axes(DISTANCE, calm(Axis.of("Peak power", "W"), results, "peakPower_W")),
            "peakPower_W",
            "referencePeakPower_W"));
    if (results.present("sidebandPower_W").isPresent()) {
      blocks.add(sideband(results));
    }
    if (!Depth.wave(results)) {
      blocks.add(
          one(
              results,
              Chart.named("width", "Pulse width")
                  .axes(DISTANCE, calm(Axis.of("FWHM", "s"), results, "fwhm_s")),
              "fwhm_s",
              "referenceFwhm_s"));
    }
    Axis energy = Axis.of("Energy", "J").range(0, 1.1 * results.numbers("energy_J").max());
    blocks.add(
        one(results, Chart.named("energy", "Pulse energy").axes(DISTANCE, energy), "energy_J", ""));
    if (results.present("rmsBandwidth_Hz").isPresent()) {
      Axis bandwidth = calm(Axis.of("RMS bandwidth", "Hz"), results, "rmsBandwidth_Hz");
      blocks.add(
          one(
              results,
              Chart.named("bandwidth", "Spectral width").axes(DISTANCE, bandwidth),
              "rmsBandwidth_Hz",
              ""));
    }
    return blocks;
  }

  /** Power of a seeded sideband over distance, with what the closed form says. */
  private Block sideband(DataTable results) {
    Chart.Builder chart =
        Chart.named("sideband", "Growth of the sideband")
            .axes(DISTANCE, Axis.of("Sideband power", "dBm"));
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable rows = results.where("case", drawn.get(i));
      Samples z = rows.numbers("z_m");
      String name = cases.many() ? cases.names().get(drawn.get(i)) : "simulated";
      Style style = Style.of(Paint.series(i, drawn.size())).wide(3);
      chart.add(
          new Layer.Line(
              name, new Points(z, Decibels.dbm(rows.numbers("sidebandPower_W"))), style));
      Samples expected = Decibels.dbm(rows.numbers("referenceSidebandPower_W"));
      chart.add(new Layer.Line(i == 0 ? "closed form" : "", new Points(z, expected), CLOSED));
    }
    return new Block.Figure(
        chart.caption("The sideband that was launched." + cases.remark()).build());
  }

  /** An axis on which a change of less than a tenth looks small, as it is. */
  private static Axis calm(Axis axis, DataTable results, String column) {
    double low = results.numbers(column).min();
    double high = results.numbers(column).max();
    boolean steady = high > 0 && high - low < 0.1 * high;
    return steady ? axis.range(0.8 * high, 1.15 * high) : axis;
  }

  private Block one(DataTable results, Chart.Builder chart, String column, String reference) {
    List<Integer> drawn = cases.drawn();
    boolean closed = !cases.many() && results.present(reference).isPresent();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable rows = results.where("case", drawn.get(i));
      String name = cases.many() ? cases.names().get(drawn.get(i)) : closed ? "simulated" : "";
      Style style =
          Style.of(Paint.series(i, drawn.size()))
              .wide(closed ? 3 : cases.many() ? cases.width(i) : 1.6);
      line(chart, name, rows, column, style);
    }
    if (closed) {
      Points points = new Points(results.numbers("z_m"), results.numbers(reference));
      chart.add(new Layer.Line("closed form", points, CLOSED));
    }
    return new Block.Figure(chart.caption("At the saved positions." + cases.remark()).build());
  }

  private static void line(
      Chart.Builder chart, String name, DataTable rows, String column, Style style) {
    Points points = new Points(rows.numbers("z_m"), rows.numbers(column));
    chart.add(new Layer.Line(name, points, style));
    if (points.size() <= FEW) {
      chart.add(new Layer.Scatter("", points, style, Marker.DISC));
    }
  }

  Block.Figure invariants(DataTable results) {
    Chart.Builder chart =
        Chart.named("invariants", "Errors along the fibre")
            .axes(DISTANCE, Axis.of("Relative error", "").inDecades());
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable rows = results.where("case", drawn.get(i));
      String of = cases.many() ? ", " + cases.names().get(drawn.get(i)) : "";
      Paint paint = Paint.series(cases.many() ? i : 0, drawn.size());
      absolute(chart, "energy" + of, rows, "energyError_rel", Style.of(paint));
      if (!cases.many()) {
        Style dashed = Style.of(Ink.S2).dash(Dash.DASHED);
        absolute(chart, "photon number", rows, "photonNumberError_rel", dashed);
        Style dotted = Style.of(Ink.S3).dash(Dash.DOTTED).wide(2);
        absolute(chart, "field against the closed form", rows, "referenceError_rel", dotted);
      }
    }
    return new Block.Figure(
        chart
            .caption(
                "Energy and photon number against the balance of loss and gain, absolute values;"
                    + " exact zeros have no place on this axis."
                    + cases.remark())
            .build());
  }

  private static void absolute(
      Chart.Builder chart, String name, DataTable rows, String column, Style style) {
    if (rows.present(column).isPresent()) {
      Samples error = rows.numbers(column).map(v -> v == 0 ? Double.NaN : Math.abs(v));
      chart.add(new Layer.Line(name, new Points(rows.numbers("z_m"), error), style));
    }
  }
}
