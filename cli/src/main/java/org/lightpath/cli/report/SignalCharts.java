package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** The signal on the link: spectra, constellations, eye, power over distance. */
final class SignalCharts {
  private static final double SPECTRUM_DEPTH_DB = 55;
  private static final double BAND_SHARE = 1e-4;

  private final Cases cases;
  private final Facts summary;

  SignalCharts(Cases cases, Facts summary) {
    this.cases = cases;
    this.summary = summary;
  }

  Block.Figure spectrum(DataTable all) {
    DataTable first = all.where("case", 0);
    Samples f = first.numbers("frequencyOffset_Hz");
    Samples launch = Decibels.dbmPerGigahertz(first.numbers("launch_WPerHz"));
    Window band = new Window(BAND_SHARE).include(f, first.numbers("launch_WPerHz"));
    List<Layer> received = new ArrayList<>();
    double peak = launch.max();
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = all.where("case", drawn.get(i));
      Samples psd = Decibels.dbmPerGigahertz(one.numbers("received_WPerHz"));
      peak = Double.isNaN(peak) ? psd.max() : Math.max(peak, psd.max());
      String name = cases.many() ? "received, " + cases.names().get(drawn.get(i)) : "received";
      Paint paint = Paint.series(i, Math.max(drawn.size(), 2));
      Points points = new Points(one.numbers("frequencyOffset_Hz"), psd);
      received.add(new Layer.Line(name, points, Style.of(paint).wide(1.2).opacity(0.85)));
    }
    Axis density = Axis.of("Power spectral density", "dBm/GHz");
    Chart.Builder chart =
        Chart.named("spectrum", "Launched and received spectra")
            .shape(Chart.Shape.WIDE)
            .axes(
                band.on(Axis.of("Frequency offset", "Hz"), f, 0.06),
                density.range(peak - SPECTRUM_DEPTH_DB, peak + 3));
    String sent = cases.many() ? "launched, " + cases.names().get(0) : "launched";
    chart.add(new Layer.Line(sent, new Points(f, launch), Style.of(Ink.MUTED).wide(1)));
    received.forEach(chart::add);
    return new Block.Figure(chart.caption(spectrumCaption()).build());
  }

  private String spectrumCaption() {
    double centre = summary.number("centreFrequency_Hz");
    String offset =
        Double.isFinite(centre) ? " Offset from " + Numbers.quantity(centre, "Hz", 7) + "." : "";
    return "Both polarisations added." + offset + cases.remark();
  }

  List<Block> constellations(DataTable all) {
    DataTable first = all.where("case", 0);
    double reach = reach(first);
    List<Block> blocks = new ArrayList<>();
    for (String polarisation : first.texts("polarisation").stream().distinct().sorted().toList()) {
      blocks.add(constellation(first.where("polarisation", polarisation), polarisation, reach));
    }
    return blocks;
  }

  /** One range for both polarisations, so that they can be compared. */
  private static double reach(DataTable points) {
    double reach = 0;
    for (String column : List.of("inPhase", "quadrature", "inPhaseSent", "quadratureSent")) {
      Samples values = points.numbers(column);
      double largest = Math.max(Math.abs(values.min()), Math.abs(values.max()));
      reach = Double.isFinite(largest) ? Math.max(reach, largest) : reach;
    }
    return reach > 0 ? 1.05 * reach : 1;
  }

  private Block constellation(DataTable points, String polarisation, double reach) {
    String name = polarisation.toLowerCase(Locale.ROOT);
    String id = name.matches("[a-z0-9]+") ? "constellation-" + name : "constellation";
    Chart.Builder chart =
        Chart.named(id, "Constellation, polarisation " + polarisation)
            .shape(Chart.Shape.SQUARE)
            .axes(
                Axis.of("In-phase, unit mean power", "").range(-reach, reach),
                Axis.of("Quadrature, unit mean power", "").range(-reach, reach))
            .add(
                new Layer.Density(
                    "received",
                    new Points(points.numbers("inPhase"), points.numbers("quadrature"))));
    Points sent = alphabet(points);
    if (sent.size() > 0) {
      chart.add(new Layer.Scatter("sent", sent, Style.of(Ink.S2).wide(1.4), Marker.CROSS));
    }
    return new Block.Figure(
        chart
            .caption(
                "Centre channel, %s symbols; stronger colour where they are dense.%s"
                    .formatted(Numbers.significant(points.rows(), 4), cases.first()))
            .build());
  }

  /** The different symbols that were sent. */
  private static Points alphabet(DataTable points) {
    Samples i = points.numbers("inPhaseSent");
    Samples q = points.numbers("quadratureSent");
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int row = 0; row < points.rows(); row++) {
      double x = Math.round(i.get(row) * 1e6) / 1e6;
      double y = Math.round(q.get(row) * 1e6) / 1e6;
      boolean known = false;
      for (int k = 0; k < xs.size() && !known; k++) {
        known = xs.get(k) == x && ys.get(k) == y;
      }
      if (!known && Double.isFinite(i.get(row)) && Double.isFinite(q.get(row))) {
        xs.add(x);
        ys.add(y);
      }
    }
    return Points.of(
        xs.stream().mapToDouble(Double::doubleValue).toArray(),
        ys.stream().mapToDouble(Double::doubleValue).toArray());
  }

  Block.Figure eye(DataTable all) {
    DataTable first = all.where("case", 0);
    List<Points> traces = new ArrayList<>();
    for (double trace : first.distinct("trace")) {
      DataTable one = first.where("trace", trace);
      traces.add(new Points(one.numbers("time_s"), one.numbers("amplitude")));
    }
    Style style = Style.of(Ink.S1).wide(1).opacity(0.22);
    return new Block.Figure(
        Chart.named("eye", "Eye diagram, polarisation x")
            .shape(Chart.Shape.THIRD)
            .axes(Axis.of("Time", "s"), Axis.of("In-phase, unit mean power", ""))
            .add(new Layer.Traces("", traces, style))
            .caption(
                "Centre channel, polarisation x, after matched filter and carrier phase; two"
                    + " symbols, "
                    + traces.size()
                    + " traces."
                    + cases.first())
            .build());
  }

  Block.Figure power(DataTable all) {
    DataTable first = all.where("case", 0);
    Samples z = first.numbers("z_m");
    Samples power = Decibels.dbm(first.numbers("power_W"));
    Axis axis = Decibels.atLeast(Axis.of("Total power", "dBm"), 2, List.of(power));
    Chart.Builder chart =
        Chart.named("power", "Power along the link")
            .axes(Axis.of("Distance", "m"), axis)
            .add(
                new Layer.Line(
                    phase(first) ? "power" : "", new Points(z, power), Style.of(Ink.S1)));
    if (phase(first)) {
      chart
          .rightAxis(Axis.of("Nonlinear phase", "rad"))
          .addRight(
              new Layer.Line(
                  "nonlinear phase",
                  new Points(z, first.numbers("nonlinearPhase_rad")),
                  Style.of(Ink.S2).dash(Dash.DASHED)));
    }
    return new Block.Figure(
        chart
            .caption("All channels and both polarisations; jumps are amplifiers." + cases.first())
            .build());
  }

  private static boolean phase(DataTable table) {
    return table.present("nonlinearPhase_rad").isPresent();
  }
}
