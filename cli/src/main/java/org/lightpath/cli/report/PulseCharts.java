package org.lightpath.cli.report;

import java.util.List;
import java.util.function.UnaryOperator;
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

  /** Peak of an output over the highest below which it is shown in decibels. */
  private static final double FAINT = 0.1;

  private static final double FAINT_DEPTH_DB = 50;
  private static final Style INPUT = Style.of(Ink.MUTED).dash(Dash.DOTTED).wide(1.8);
  private static final Style REFERENCE = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);

  private final Cases cases;
  private final Depth depth;

  PulseCharts(Cases cases, Depth depth) {
    this.cases = cases;
    this.depth = depth;
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

  /** Power before and after the fibre; in dBm where an output would lie on the axis. */
  Block.Figure power(DataTable all) {
    DataTable first = all.where("case", 0);
    Samples t = first.numbers("time_s");
    Window window = new Window(VISIBLE).include(t, first.numbers("input_W"));
    boolean wave = depth.wave();
    boolean faint = faint(all);
    UnaryOperator<Samples> shown = faint ? Decibels::dbm : UnaryOperator.identity();
    Chart.Builder chart =
        Chart.named("pulse", wave ? "Power at input and output" : "Pulse at input and output");
    chart.add(line(input(all, "input_W"), t, shown.apply(first.numbers("input_W")), INPUT));
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = all.where("case", drawn.get(i));
      Samples output = one.numbers("output_W");
      window.include(one.numbers("time_s"), output);
      String name = cases.many() ? "output, " + cases.names().get(drawn.get(i)) : "output";
      Style style =
          Style.of(Paint.series(i, drawn.size())).wide(cases.many() || wave ? cases.width(i) : 3);
      chart.add(line(name, one.numbers("time_s"), shown.apply(output), style));
    }
    if (!cases.many() && first.present("reference_W").isPresent()) {
      Samples exact = shown.apply(first.numbers("reference_W"));
      chart.add(line("closed form, output", t, exact, REFERENCE));
    }
    return new Block.Figure(
        chart
            .axes(
                wave ? middle(t) : window.on(Axis.of("Time", "s"), t, 0.15), powerAxis(all, faint))
            .caption(
                "Time in the frame that moves with the carrier's group"
                    + (wave ? "; the middle tenth of the window." : ".")
                    + cases.remark())
            .build());
  }

  /** The middle tenth of the window: beats of a continuous wave are many and narrow. */
  private static Axis middle(Samples t) {
    double centre = (t.min() + t.max()) / 2;
    double reach = (t.max() - t.min()) / 20;
    return Axis.of("Time", "s").range(centre - reach, centre + reach);
  }

  private static Layer line(String name, Samples x, Samples y, Style style) {
    return new Layer.Line(name, new Points(x, y), style);
  }

  /** What the legend calls the input: that of the first case, unless all have the same. */
  private String input(DataTable all, String column) {
    Samples first = all.where("case", 0).numbers(column);
    for (int i = 1; i < cases.count(); i++) {
      if (!all.where("case", i).numbers(column).equals(first)) {
        return "input, " + cases.names().get(0);
      }
    }
    return "input";
  }

  /** Whether some output is so weak beside the largest curve that a linear axis hides it. */
  private boolean faint(DataTable all) {
    double highest = Math.max(all.numbers("input_W").max(), all.numbers("output_W").max());
    return cases.drawn().stream()
        .anyMatch(i -> all.where("case", i).numbers("output_W").max() < FAINT * highest);
  }

  private static Axis powerAxis(DataTable all, boolean faint) {
    if (!faint) {
      return Axis.of("Power |A|²", "W");
    }
    Samples highest = Samples.of(all.numbers("input_W").max(), all.numbers("output_W").max());
    double top = Decibels.dbm(highest).max();
    return Axis.of("Power |A|²", "dBm").range(top - FAINT_DEPTH_DB, top + 3);
  }

  private Block beside(DataTable first, String id, String title, Axis right) {
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
                    + " optical frequency."
                    + cases.first())
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
    double visible = Math.pow(10, -depth.curve() / 10);
    Window window = new Window(visible).include(f, input);
    Chart.Builder chart = Chart.named("pulse-spectrum", "Spectrum at input and output");
    String sent = input(all, "input_JPerHz");
    Points before = new Points(f, Decibels.of(input, reference));
    if (!depth.wave()) {
      chart.add(new Layer.Line(sent, before, INPUT));
    }
    double highest = 0;
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = all.where("case", drawn.get(i));
      Samples output = one.numbers("output_JPerHz");
      window.include(one.numbers("frequencyOffset_Hz"), output);
      Samples level = Decibels.of(output, reference);
      highest = Double.isNaN(level.max()) ? highest : Math.max(highest, level.max());
      String name = cases.many() ? "output, " + cases.names().get(drawn.get(i)) : "output";
      Style style =
          Style.of(Paint.series(i, drawn.size())).wide(cases.many() ? cases.width(i) : 2.4);
      chart.add(new Layer.Line(name, new Points(one.numbers("frequencyOffset_Hz"), level), style));
    }
    if (depth.wave()) {
      // Lines of one bin lie one in the other; the lower one must be in front.
      chart.add(new Layer.Line(sent, before, Style.of(Ink.S2).wide(1.2)));
    }
    if (!cases.many() && first.present("reference_JPerHz").isPresent()) {
      Samples level = Decibels.of(first.numbers("reference_JPerHz"), reference);
      chart.add(new Layer.Line("closed form, output", new Points(f, level), REFERENCE));
    }
    Axis density = Axis.of("Spectral density re input peak", "dB");
    return new Block.Figure(
        chart
            .axes(
                window.on(Axis.of("Frequency offset", "Hz"), f, depth.wave() ? 0.15 : 0.03),
                density.range(-depth.curve(), highest + 3))
            .caption("Energy spectral density; offset from the carrier." + cases.remark())
            .build());
  }
}
