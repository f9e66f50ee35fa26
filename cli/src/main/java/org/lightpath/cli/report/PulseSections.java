package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/** The sections of a {@code pulse} report. */
final class PulseSections {
  private final RunData data;
  private final Facts summary;
  private final PulseCharts pulse;
  private final EvolutionCharts evolution;

  PulseSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.summary = summary;
    this.pulse = new PulseCharts(cases);
    this.evolution = new EvolutionCharts(cases);
  }

  List<Section> all() {
    return List.of(
        figures("Pulse", "plots/data/pulse", pulse::shapes),
        comparison(),
        figures("Spectrum", "plots/data/pulseSpectrum", t -> List.of(pulse.spectrum(t))),
        maps(),
        figures("Along the fibre", "results", evolution::along),
        figures("Invariants", "results", t -> List.of(evolution.invariants(t))));
  }

  private Section figures(
      String heading, String file, Function<DataTable, List<? extends Block>> make) {
    return new Section(heading, blocks(file, make));
  }

  private List<Block> blocks(String file, Function<DataTable, List<? extends Block>> make) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    Optional<DataTable> table = data.tables().find(name).filter(t -> t.rows() > 0);
    return table
        .<List<Block>>map(t -> new ArrayList<>(make.apply(t)))
        .orElseGet(
            () -> List.of(new Block.Missing("Nothing to show: looked for " + file + ".arrow.")));
  }

  private Section maps() {
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(blocks("plots/data/timeMap", t -> List.of(MapCharts.time(t))));
    blocks.addAll(blocks("plots/data/spectrumMap", t -> List.of(MapCharts.spectrum(t))));
    return new Section("Evolution", blocks);
  }

  private Section comparison() {
    String reference = summary.text("reference");
    String heading = "Comparison with the closed form";
    if (reference.isEmpty()) {
      String none = "The experiment declares no closed form as reference.";
      return new Section(heading, List.of(new Block.Paragraph(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph("Reference: " + reference + "."));
    blocks.addAll(blocks("plots/data/comparison", t -> List.of(comparison(t))));
    return new Section(heading, blocks);
  }

  private static Block comparison(DataTable table) {
    List<List<String>> rows = new ArrayList<>();
    Samples error = table.numbers("error_rel");
    Samples tolerance = table.numbers("tolerance_rel");
    for (int row = 0; row < table.rows(); row++) {
      String unit = table.texts("unit").get(row);
      double e = Math.abs(error.get(row));
      double t = tolerance.get(row);
      rows.add(
          List.of(
              table.texts("quantity").get(row),
              Numbers.quantity(table.numbers("simulated").get(row), unit, 6),
              Numbers.quantity(table.numbers("expected").get(row), unit, 6),
              Numbers.quantity(error.get(row), "", 3),
              verdict(e, t),
              table.texts("source").get(row)));
    }
    return new Block.Grid(
        "Output against the closed form",
        List.of("Quantity", "Simulated", "Closed form", "Relative error", "Tolerance", "Source"),
        rows);
  }

  private static String verdict(double error, double tolerance) {
    if (Double.isNaN(tolerance)) {
      return "none declared";
    }
    return Numbers.quantity(tolerance, "", 3) + (error <= tolerance ? " – met" : " – missed");
  }
}
