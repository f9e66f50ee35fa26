package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sections of a {@code pulse} report. */
final class PulseSections {
  private final RunData data;
  private final Facts summary;
  private final PulseCharts pulse;
  private final EvolutionCharts evolution;
  private final MapCharts map;
  private final Comparison comparison;

  PulseSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.summary = summary;
    Depth depth = Depth.of(data.tables().find("results"));
    this.pulse = new PulseCharts(cases, depth);
    this.evolution = new EvolutionCharts(cases);
    this.map = new MapCharts(cases, depth);
    this.comparison = new Comparison(cases);
  }

  List<Section> all() {
    List<Block> shapes = new ArrayList<>();
    shapes.addAll(blocks("plots/data/pulse", t -> List.of(pulse.power(t))));
    shapes.addAll(blocks("plots/data/pulseSpectrum", t -> List.of(pulse.spectrum(t))));
    shapes.addAll(blocks("plots/data/pulse", pulse::chirp));
    List<Block> maps = new ArrayList<>();
    maps.addAll(blocks("plots/data/timeMap", t -> List.of(map.time(t))));
    maps.addAll(blocks("plots/data/spectrumMap", t -> List.of(map.spectrum(t))));
    List<Block> distance = new ArrayList<>();
    distance.addAll(blocks("results", evolution::along));
    distance.addAll(blocks("results", t -> List.of(evolution.invariants(t))));
    distance.add(StepChart.of(data, summary));
    return List.of(
        new Section("Pulse and spectrum", shapes),
        comparison(),
        new Section("Evolution in time and frequency", maps),
        new Section("Along the fibre: pulse, invariants, steps", distance));
  }

  private List<Block> blocks(String file, Function<DataTable, List<? extends Block>> make) {
    return Blocks.from(data, file, make);
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
    boolean declared = data.tables().find("comparison").isPresent();
    blocks.addAll(
        declared
            ? blocks("plots/data/comparison", t -> List.of(comparison.of(t)))
            : blocks("results", t -> List.of(comparison.of(Comparison.atOutput(t)))));
    return new Section(heading, blocks);
  }
}
