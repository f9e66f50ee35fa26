package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Grid;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Paint;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** How exact a core is: over what was swept, in distribution, and over the chip. */
final class CoreCharts {
  /** A sweep over more than this ratio is shown in decades. */
  private static final double DECADE = 20;

  private static final Style LIMIT = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);

  private final Cases cases;

  CoreCharts(Cases cases) {
    this.cases = cases;
  }

  /** Error and bits over the swept parameter; nothing for a single case. */
  List<Block> sweeps(DataTable results) {
    List<Block> blocks = new ArrayList<>();
    if (!cases.many()) {
      return blocks;
    }
    blocks.add(error(results));
    if (results.present("enob_bit").isPresent()) {
      blocks.add(bits(results));
    }
    return blocks;
  }

  private Block error(DataTable results) {
    Chart.Builder chart =
        Chart.named("error", "Relative error over " + cases.parameter())
            .axes(swept(), Axis.of("Relative error (rms)", "").inDecades());
    line(chart, "simulated", results, "relativeError_rel", Style.of(Ink.S1));
    String caption = "Root mean square error of the outputs over their root mean square.";
    if (results.present("rawError_rel").isPresent()) {
      line(chart, "before compensation", results, "rawError_rel", Style.of(Ink.S2));
      caption += " Before compensation: the same chip without its crosstalk inverted.";
    }
    if (results.present("lawError_rel").isPresent()) {
      dashed(chart, "leakage of a comb", results, "lawError_rel");
      caption +=
          " Dashed: (π²/12)(FWHM/spacing)², the light that many Lorentzian neighbours together drop"
              + " of a channel: errors of the weights are of that order.";
    }
    if (results.present("quantumLimit_rel").isPresent()) {
      dashed(chart, "quantum limit", results, "quantumLimit_rel");
      caption += " Dashed: shot noise of the light alone.";
    }
    return new Block.Figure(chart.caption(caption).build());
  }

  private Block bits(DataTable results) {
    boolean power =
        results
            .present("receivedPower_dBm")
            .filter(levels -> levels.max() - levels.min() > 0.1)
            .isPresent();
    Samples x = power ? results.numbers("receivedPower_dBm") : cases.values();
    Chart.Builder chart =
        Chart.named("enob", "Effective number of bits")
            .axes(
                power ? Axis.of("Optical power at the receiver", "dBm") : swept(),
                Axis.of("ENOB", "bit"));
    Points points = new Points(x, results.numbers("enob_bit"));
    chart.add(new Layer.Line("", points, Style.of(Ink.S1)));
    chart.add(new Layer.Scatter("simulated", points, Style.of(Ink.S1), Marker.DISC));
    results
        .present("quantumEnob_bit")
        .ifPresent(
            limit -> chart.add(new Layer.Line("quantum limit", new Points(x, limit), LIMIT)));
    return new Block.Figure(
        chart.caption("(SNR − 1.76 dB)/6.02 dB, from the outputs of the core.").build());
  }

  private Axis swept() {
    Axis axis = Axis.of(MetricCatalogue.capitalised(cases.parameter()), cases.unit());
    Samples values = cases.values();
    return values.min() > 0 && values.max() > DECADE * values.min() ? axis.inDecades() : axis;
  }

  private void line(
      Chart.Builder chart, String name, DataTable results, String column, Style style) {
    Points points = new Points(cases.values(), results.numbers(column));
    chart.add(new Layer.Line("", points, style));
    chart.add(new Layer.Scatter(name, points, style, Marker.DISC));
  }

  private void dashed(Chart.Builder chart, String name, DataTable results, String column) {
    chart.add(new Layer.Line(name, new Points(cases.values(), results.numbers(column)), LIMIT));
  }

  /** Densities of the errors in units of the outputs' rms, beside a normal of the same width. */
  Block histogram(DataTable errors) {
    Chart.Builder chart =
        Chart.named("error-histogram", "Distribution of the error")
            .axes(Axis.of("Error over output rms", ""), Axis.of("Density", "").inDecades());
    List<Integer> drawn = cases.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      DataTable one = errors.where("case", drawn.get(i));
      Style style = Style.of(Paint.series(i, drawn.size()));
      String name = cases.many() ? cases.names().get(drawn.get(i)) : "simulated";
      Points points = new Points(one.numbers("error_rel"), positive(one.numbers("density")));
      chart.add(new Layer.Scatter(name, points, style, Marker.DISC));
      Points normal = new Points(one.numbers("error_rel"), positive(one.numbers("normal")));
      chart.add(new Layer.Line("", normal, style.opacity(0.7).dash(Dash.DASHED).wide(1.2)));
    }
    return new Block.Figure(
        chart
            .caption(
                "Marks: outputs of all draws. Dashed: normal density of the same mean and width."
                    + cases.remark())
            .build());
  }

  private static Samples positive(Samples values) {
    return values.map(v -> v > 0 ? v : Double.NaN);
  }

  /** Maps of the chip of the first case: what each element is, and how far off. */
  List<Block> chip(DataTable chip) {
    DataTable first = chip.where("case", 0);
    List<Block> maps = new ArrayList<>();
    maps.add(map(first, "chip", "Transfer of the chip", "value", "Weight realised"));
    if (first.present("error").isPresent()) {
      maps.add(map(first, "chip-error", "Error of the chip", "error", "Realised − wanted"));
    }
    return maps;
  }

  private Block map(DataTable chip, String id, String title, String column, String what) {
    double[] x = values(chip.distinct("input"));
    double[] y = values(chip.distinct("output"));
    if (x.length * y.length != chip.rows()) {
      return new Block.Missing(
          "%s: %d rows, expected %d outputs times %d inputs."
              .formatted(title, chip.rows(), y.length, x.length));
    }
    Grid grid = new Grid(Samples.of(x), Samples.of(y), chip.numbers(column));
    return new Block.Figure(
        Chart.named(id, title)
            .shape(Chart.Shape.MAP)
            .axes(Axis.of("Input", ""), Axis.of("Output", ""))
            .add(new Layer.HeatMap(Axis.of(what, ""), grid))
            .caption("One chip." + cases.first())
            .build());
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
