package org.lightpath.cli.report;

import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** The pulse before and after the fibre, over time and over frequency. */
final class PulseCharts {
  private static final double VISIBLE = 1e-3;
  private static final double SPECTRUM_DEPTH_DB = 60;
  private static final Style INPUT = Style.of(Ink.MUTED).dash(Dash.DOTTED).wide(1.8);
  private static final Style REFERENCE = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);

  private final Cases cases;

  PulseCharts(Cases cases) {
    this.cases = cases;
  }

  /** Chirp across the pulse, or phase where there is no chirp; nothing without either. */
  List<Block> chirp(DataTable all) {
    DataTable first = all.where("case", 0);
    if (first.present("outputChirp_Hz").isPresent()) {
      Axis offset = Axis.of("Frequency offset", "Hz");
      return List.of(beside(first, "chirp", "Instantaneous frequency", offset));
    }
    return first.present("outputPhase_rad").isPresent()
        ? List.of(beside(first, "phase", "Phase", Axis.of("Phase", "rad")))
        : List.of();
  }

  /** Power before and after the fibre. */
  Block.Figure power(DataTable all) {
    DataTable first = all.where("case", 0);
    Samples t = first.numbers("time_s");
    Window window = new Window(VISIBLE).include(t, first.numbers("input_W"));
    Chart.Builder chart = Chart.named("pulse", "Pulse at input and output");
    chart.add(new Layer.Line("input", new Points(t, first.numbers("input_W")), INPUT));
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = all.where("case", drawn.get(i));
      Samples output = one.numbers("output_W");
      window.include(one.numbers("time_s"), output);
      String name = cases.many() ? "output, " + cases.names().get(drawn.get(i)) : "output";
      Style style = Style.of(Paint.series(i, drawn.size())).wide(cases.many() ? 1.6 : 3);
      chart.add(new Layer.Line(name, new Points(one.numbers("time_s"), output), style));
    }
    boolean closed = !cases.many() && first.present("reference_W").isPresent();
    if (closed) {
      Points reference = new Points(t, first.numbers("reference_W"));
      chart.add(new Layer.Line("closed form, output", reference, REFERENCE));
    }
    return new Block.Figure(
        chart
            .axes(window.on(Axis.of("Time", "s"), t, 0.15), Axis.of("Power |A|²", "W"))
            .caption("Time in the frame that moves with the carrier's group." + cases.remark())
            .build());
  }

  private static Block beside(DataTable first, String id, String title, Axis right) {
    String suffix = id.equals("chirp") ? "Chirp_Hz" : "Phase_rad";
    Samples t = first.numbers("time_s");
    Samples output = first.numbers("output_W");
    Window window = new Window(VISIBLE).include(t, output);
    Chart.Builder chart =
        Chart.named("pulse-" + id, title + " across the pulse")
            .axes(window.on(Axis.of("Time", "s"), t, 0.05), Axis.of("Power |A|²", "W"))
            .rightAxis(right)
            .add(
                new Layer.Line(
                    "output power", new Points(t, output), Style.of(Ink.S1).opacity(0.75)));
    Samples before = visible(first.numbers("input" + suffix), first.numbers("input_W"));
    if (before.finite().findAny().isPresent()) {
      chart.addRight(new Layer.Line(id + ", input", new Points(t, before), INPUT));
    }
    Samples after = visible(first.numbers("output" + suffix), output);
    chart.addRight(new Layer.Line(id + ", output", new Points(t, after), Style.of(Ink.S2)));
    return new Block.Figure(
        chart
            .caption(
                title
                    + " where the power exceeds a thousandth of its peak; positive is a higher"
                    + " optical frequency.")
            .build());
  }

  /** {@code values} where the light of {@code power} is visible, NaN elsewhere. */
  private static Samples visible(Samples values, Samples power) {
    double threshold = VISIBLE * power.max();
    double[] shown = new double[values.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = power.get(i) >= threshold ? values.get(i) : Double.NaN;
    }
    return Samples.of(shown);
  }

  Block.Figure spectrum(DataTable all) {
    DataTable first = all.where("case", 0);
    Samples f = first.numbers("frequencyOffset_Hz");
    Samples input = first.numbers("input_JPerHz");
    double reference = input.max();
    double visible = Math.pow(10, -SPECTRUM_DEPTH_DB / 10);
    Window window = new Window(visible).include(f, input);
    Chart.Builder chart = Chart.named("pulse-spectrum", "Spectrum at input and output");
    chart.add(new Layer.Line("input", new Points(f, Decibels.of(input, reference)), INPUT));
    double highest = 0;
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = all.where("case", drawn.get(i));
      Samples output = one.numbers("output_JPerHz");
      window.include(one.numbers("frequencyOffset_Hz"), output);
      Samples level = Decibels.of(output, reference);
      highest = Double.isNaN(level.max()) ? highest : Math.max(highest, level.max());
      String name = cases.many() ? "output, " + cases.names().get(drawn.get(i)) : "output";
      Style style = Style.of(Paint.series(i, drawn.size())).wide(cases.many() ? 1.4 : 2.4);
      chart.add(new Layer.Line(name, new Points(one.numbers("frequencyOffset_Hz"), level), style));
    }
    if (!cases.many() && first.present("reference_JPerHz").isPresent()) {
      Samples level = Decibels.of(first.numbers("reference_JPerHz"), reference);
      chart.add(new Layer.Line("closed form, output", new Points(f, level), REFERENCE));
    }
    Axis density = Axis.of("Spectral density re input peak", "dB");
    return new Block.Figure(
        chart
            .axes(
                window.on(Axis.of("Frequency offset", "Hz"), f, 0.03),
                density.range(-SPECTRUM_DEPTH_DB, highest + 3))
            .caption("Energy spectral density; offset from the carrier." + cases.remark())
            .build());
  }
}
