package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Layer.Orientation;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** How exact every layer of a model is, one row of a figure for each. */
final class LayerCharts {
  private static final int MOST_ROWS = 120;
  private static final double THICKNESS = 0.62;

  private final Cases cases;
  private final DataTable names;

  /**
   * Charts of layers.
   *
   * @param results {@code results.arrow}, which names the layers; may be empty
   */
  LayerCharts(Cases cases, DataTable results) {
    this.cases = cases;
    this.names = results.where("case", 0);
  }

  /** SNR and bits of the layers, and all of them in a table. */
  List<Block> accuracy(DataTable all) {
    DataTable results = all.where("case", 0);
    List<Block> blocks = new ArrayList<>();
    DataTable measured = measured(results);
    if (measured.rows() > 0) {
      blocks.add(snr(measured, results.rows() - measured.rows()));
      if (measured.present("enob_bit").isPresent()) {
        blocks.add(bits(measured));
      }
    }
    blocks.add(table(results));
    return blocks;
  }

  /** The rows that have an SNR; of products that are exact there is none. */
  private static DataTable measured(DataTable results) {
    Samples local = results.numbers("snr_dB");
    Samples accumulated = results.numbers("accumulatedSnr_dB");
    return results.rowsWhere(
        row -> Double.isFinite(local.get(row)) || Double.isFinite(accumulated.get(row)));
  }

  private Block snr(DataTable results, int exact) {
    LayerRows rows = LayerRows.of(results, names);
    Samples local = results.numbers("snr_dB");
    Samples accumulated = results.numbers("accumulatedSnr_dB");
    Chart.Builder chart = chart("layer-snr", "Signal-to-noise ratio per layer", rows);
    chart.axes(Axis.of("SNR", "dB").range(floor(local, accumulated), Double.NaN), rows.axis());
    chart.add(bars("of the layer alone", local, rows, Ink.S1));
    if (results.present("accumulatedSnr_dB").isPresent()) {
      Style style = Style.of(Ink.S2);
      chart.add(
          new Layer.Scatter("accumulated", new Points(accumulated, rows.at()), style, Marker.DISC));
    }
    String without =
        exact == 0 ? "" : " Layers without an error of their own are left out (" + exact + ").";
    return new Block.Figure(
        chart
            .caption(
                "Power of the digital result over power of the error, layers in order of execution from"
                    + " the top. Alone: optical product of given operands against the digital product of"
                    + " the same operands. Accumulated: against the digital model, errors of all layers"
                    + " before included."
                    + without
                    + cases.first())
            .build());
  }

  /** Zero decibels is where signal and error are alike; below, bars begin lower. */
  private static double floor(Samples... columns) {
    double lowest = 0;
    for (Samples column : columns) {
      double low = column.min();
      lowest = Double.isFinite(low) ? Math.min(lowest, low) : lowest;
    }
    return lowest == 0 ? 0 : lowest - 2;
  }

  private Block bits(DataTable results) {
    LayerRows rows = LayerRows.of(results, names);
    Samples bits = results.numbers("enob_bit");
    Axis axis = Axis.of("ENOB", "bit").range(Math.min(0, bits.min()), Double.NaN);
    return new Block.Figure(
        chart("layer-enob", "Effective number of bits per layer", rows)
            .axes(axis, rows.axis())
            .add(bars("", bits, rows, Ink.S3))
            .caption("ENOB = (SNR − 1.76 dB)/6.02 dB of the layer alone." + cases.first())
            .build());
  }

  /** SNR by waveforms and by the effects fitted to them. */
  List<Block> fidelity(DataTable all) {
    DataTable table = all.where("case", 0);
    LayerRows rows = LayerRows.of(table, names);
    Samples waveform = table.numbers("waveformSnr_dB");
    Samples behavioural = table.numbers("behaviouralSnr_dB");
    double largest = 0;
    for (int row = 0; row < table.rows(); row++) {
      double gap = Math.abs(waveform.get(row) - behavioural.get(row));
      largest = Double.isFinite(gap) ? Math.max(largest, gap) : largest;
    }
    return List.of(
        new Block.Figure(
            chart("layer-fidelity", "Waveform against behavioural, per layer", rows)
                .axes(Axis.of("SNR", "dB"), rows.axis())
                .add(
                    new Layer.Scatter(
                        "waveform (split-step)",
                        new Points(waveform, rows.at()),
                        Style.of(Ink.S1),
                        Marker.RING))
                .add(
                    new Layer.Scatter(
                        "behavioural (fitted effects)",
                        new Points(behavioural, rows.at()),
                        Style.of(Ink.S2).wide(1.6),
                        Marker.CROSS))
                .caption(
                    "SNR of each layer alone, once with its symbols propagated as optical waveforms, once"
                        + " with the link effects fitted from them. Largest difference "
                        + Numbers.quantity(largest, "dB")
                        + "."
                        + cases.first())
                .build()));
  }

  /** Quality when one layer alone runs optically. */
  List<Block> sensitivity(DataTable all) {
    DataTable table = all.where("case", 0);
    List<Block> blocks = new ArrayList<>();
    if (table.present("psnr_dB").isPresent()) {
      blocks.add(
          alone(
              table,
              "psnr_dB",
              Axis.of("PSNR", "dB"),
              "Lower bars are the more sensitive layers."));
    }
    if (table.present("frechetDistance").isPresent()) {
      blocks.add(
          alone(
              table,
              "frechetDistance",
              Axis.of("Fréchet distance", ""),
              "Longer bars are the more sensitive layers."));
    }
    return blocks;
  }

  private Block alone(DataTable table, String column, Axis axis, String reading) {
    LayerRows rows = LayerRows.of(table, names);
    Samples values = table.numbers(column);
    String id = column.startsWith("psnr") ? "layer-psnr" : "layer-frechet";
    return new Block.Figure(
        chart(id, axis.quantity() + " with one layer optical", rows)
            .axes(axis.range(Math.min(0, values.min()), Double.NaN), rows.axis())
            .add(bars("", values, rows, id.equals("layer-psnr") ? Ink.S1 : Ink.S4))
            .add(
                new Layer.Reference(
                    "", Orientation.VERTICAL, 0, Style.of(Ink.MUTED).dash(Dash.SOLID)))
            .caption(
                "Quality of the output when only this layer runs optically, all others digitally. "
                    + reading
                    + cases.first())
            .build());
  }

  private static Layer bars(String name, Samples values, LayerRows rows, Ink ink) {
    Samples from = values.map(v -> 0);
    return new Layer.Spans(name, from, values, rows.at(), THICKNESS, Style.of(ink).opacity(0.85));
  }

  private static Chart.Builder chart(String id, String title, LayerRows rows) {
    return Chart.named(id, title).height(rows.height());
  }

  private record Shown(String header, IntFunction<String> cell) {}

  private static Block table(DataTable results) {
    List<Shown> shown = new ArrayList<>();
    text(shown, results, "Layer", "name");
    text(shown, results, "Operator", "operator");
    text(shown, results, "Placement", "placement");
    number(shown, results, "M", "m", "");
    number(shown, results, "N", "n", "");
    number(shown, results, "K", "k", "");
    number(shown, results, "Batch", "batch", "");
    number(shown, results, "MAC", "macs", "");
    number(shown, results, "SNR (dB)", "snr_dB", "");
    number(shown, results, "Accumulated (dB)", "accumulatedSnr_dB", "");
    number(shown, results, "ENOB (bit)", "enob_bit", "");
    number(shown, results, "Bias", "bias_rel", "");
    number(shown, results, "Energy", "energy_J", "J");
    number(shown, results, "Latency", "latency_s", "s");
    number(shown, results, "Simulated in", "seconds_s", "s");
    int count = Math.min(results.rows(), MOST_ROWS);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      int at = row;
      rows.add(shown.stream().map(one -> one.cell().apply(at)).toList());
    }
    String cut = results.rows() > count ? ", the first " + count + " of " + results.rows() : "";
    List<String> headers = shown.stream().map(Shown::header).toList();
    return headers.isEmpty()
        ? new Block.Missing("Nothing to show: results.arrow has none of the columns of layers.")
        : new Block.Grid(
            "Products C[M,N] = A[M,K] B[K,N], in order of execution" + cut, headers, rows);
  }

  private static void text(List<Shown> shown, DataTable table, String header, String column) {
    List<String> texts = table.texts(column);
    if (texts.stream().anyMatch(text -> !text.isEmpty())) {
      shown.add(new Shown(header, texts::get));
    }
  }

  private static void number(
      List<Shown> shown, DataTable table, String header, String column, String unit) {
    table
        .present(column)
        .ifPresent(
            values -> shown.add(new Shown(header, row -> cell(values.get(row), column, unit))));
  }

  private static String cell(double value, String column, String unit) {
    boolean decibels = column.endsWith("_dB") && Double.isFinite(value);
    return decibels ? Numbers.fixed(value, 2) : Numbers.quantity(value, unit, 3);
  }
}
