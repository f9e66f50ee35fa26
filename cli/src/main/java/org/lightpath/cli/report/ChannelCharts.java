package org.lightpath.cli.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** What is measured on every channel. */
final class ChannelCharts {
  private static final Axis SNR = Axis.of("SNR", "dB");
  private static final Axis FREQUENCY = Axis.of("Channel frequency", "Hz");

  private final Cases cases;

  ChannelCharts(Cases cases) {
    this.cases = cases;
  }

  Block.Figure snr(DataTable results) {
    Axis axis = Axis.of("SNR", "dB");
    List<Samples> rows =
        Stream.of("snr_dB", "snrX_dB", "snrY_dB", "gnSnr_dB").map(results::numbers).toList();
    Chart.Builder chart =
        Chart.named("snr", "Signal-to-noise ratio per channel")
            .axes(frequency(results), Decibels.atLeast(axis, 2, rows));
    if (cases.many()) {
      snrOfCases(chart, results);
    } else {
      snrOfOne(chart, results);
    }
    boolean gn = results.present("gnSnr_dB").isPresent();
    return new Block.Figure(
        chart
            .caption(
                "SNR after the receiver"
                    + (gn ? "; the dashed line is the closed-form GN model with ASE." : ".")
                    + cases.remark())
            .build());
  }

  private static void snrOfOne(Chart.Builder chart, DataTable results) {
    Samples f = results.numbers("frequency_Hz");
    results
        .present("gnSnr_dB")
        .ifPresent(
            gn ->
                chart.add(
                    new Layer.Line(
                        "GN model", new Points(f, gn), Style.of(Ink.S2).dash(Dash.DASHED))));
    results
        .present("snrX_dB")
        .ifPresent(x -> chart.add(marks("polarisation x", f, x, Ink.S4, Marker.RING)));
    results
        .present("snrY_dB")
        .ifPresent(y -> chart.add(marks("polarisation y", f, y, Ink.S3, Marker.CROSS)));
    Points both = new Points(f, results.numbers("snr_dB"));
    chart.add(new Layer.Line("", both, Style.of(Ink.S1).opacity(0.6).wide(1.2)));
    chart.add(new Layer.Scatter("both", both, Style.of(Ink.S1), Marker.DISC));
  }

  private void snrOfCases(Chart.Builder chart, DataTable results) {
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = results.where("case", drawn.get(i));
      Samples f = one.numbers("frequency_Hz");
      Style style = Style.of(Paint.series(i, drawn.size()));
      one.present("gnSnr_dB")
          .ifPresent(
              gn -> chart.add(new Layer.Line("", new Points(f, gn), style.dash(Dash.DASHED))));
      Points points = new Points(f, one.numbers("snr_dB"));
      chart.add(new Layer.Line("", points, style.opacity(0.5).wide(1)));
      chart.add(new Layer.Scatter(cases.names().get(drawn.get(i)), points, style, Marker.DISC));
    }
  }

  private static Layer marks(String name, Samples x, Samples y, Paint paint, Marker marker) {
    return new Layer.Scatter(name, new Points(x, y), Style.of(paint), marker);
  }

  /** The channel grid with half a channel of air on both sides. */
  private static Axis frequency(DataTable results) {
    Samples f = results.numbers("frequency_Hz");
    int channels = Math.max(1, results.distinct("frequency_Hz").size());
    double span = f.max() - f.min();
    double air = channels > 1 ? 0.5 * span / (channels - 1) : 25e9;
    return FREQUENCY.range(f.min() - air, f.max() + air);
  }

  Block.Figure powers(DataTable all) {
    DataTable results = all.where("case", 0);
    Samples f = results.numbers("frequency_Hz");
    Samples launch = results.numbers("launchPower_dBm");
    Samples received = results.numbers("receivedPower_dBm");
    Axis axis = Axis.of("Power per channel", "dBm");
    return new Block.Figure(
        Chart.named("channel-power", "Launched and received power per channel")
            .axes(frequency(results), Decibels.atLeast(axis, 2, List.of(launch, received)))
            .add(marks("launched", f, launch, Ink.S2, Marker.RING))
            .add(marks("received", f, received, Ink.S1, Marker.DISC))
            .caption("Mean power of both polarisations in the channel's band." + cases.first())
            .build());
  }

  /** The mean and the worst channel over the swept parameter, with what the GN model says. */
  Block.Figure sweep(DataTable results) {
    boolean several = results.distinct("frequency_Hz").size() > 1;
    boolean gn = results.present("gnSnr_dB").isPresent();
    String mean = several ? "mean of the channels" : gn ? "simulated" : "";
    Chart.Builder chart =
        Chart.named("snr-sweep", "SNR over " + cases.parameter()).axes(swept(), SNR);
    over(chart, mean, results, "snr_dB", Style.of(Ink.S1));
    if (several) {
      Samples worst = each(results, "snr_dB", Samples::min);
      Style style = Style.of(Ink.S3).dash(Dash.DOTTED).wide(2);
      chart.add(new Layer.Line("worst channel", new Points(cases.values(), worst), style));
    }
    if (gn) {
      String model = several ? "GN model, mean" : "GN model";
      over(chart, model, results, "gnSnr_dB", Style.of(Ink.S2).dash(Dash.DASHED));
    }
    return new Block.Figure(
        chart
            .caption(
                "SNR after the receiver for each "
                    + cases.parameter()
                    + (gn ? "; the dashed line is the closed-form GN model with ASE." : "."))
            .build());
  }

  /** The swept parameter, with air so that marks at the ends are whole. */
  private Axis swept() {
    Axis axis = Axis.of(MetricCatalogue.capitalised(cases.parameter()), cases.unit());
    double air = 0.04 * (cases.values().max() - cases.values().min());
    return air > 0 ? axis.range(cases.values().min() - air, cases.values().max() + air) : axis;
  }

  private void over(
      Chart.Builder chart, String name, DataTable results, String column, Style style) {
    Samples mean = each(results, column, s -> s.finite().average().orElse(Double.NaN));
    Points points = new Points(cases.values(), mean);
    chart.add(new Layer.Line(name, points, style));
    chart.add(new Layer.Scatter("", points, style, Marker.DISC));
  }

  private Samples each(DataTable results, String column, ToDoubleFunction<Samples> value) {
    return Samples.of(
        IntStream.range(0, cases.count())
            .mapToDouble(i -> value.applyAsDouble(results.where("case", i).numbers(column)))
            .toArray());
  }
}
