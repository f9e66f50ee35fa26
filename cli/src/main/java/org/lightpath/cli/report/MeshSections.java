package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sections of a {@code mesh} report. */
final class MeshSections {
  private final RunData data;
  private final Facts summary;
  private final MeshCharts charts;

  MeshSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.summary = summary;
    this.charts = new MeshCharts(cases);
  }

  List<Section> all() {
    List<Block> accuracy = new ArrayList<>();
    accuracy.addAll(blocks("results", charts::sweeps));
    accuracy.addAll(blocks("plots/data/chips", t -> List.of(charts.chips(t))));
    List<Block> chip = new ArrayList<>();
    chip.addAll(blocks("plots/data/phases", t -> List.of(charts.phases(t))));
    chip.addAll(blocks("plots/data/elements", t -> List.of(charts.elements(t))));
    return List.of(new Section("Fidelity", accuracy), new Section("One chip", chip), model());
  }

  private Section model() {
    List<Block> blocks = new ArrayList<>();
    for (String fact : List.of("mesh", "errors", "closedForm", "method")) {
      String text = summary.text(fact);
      if (!text.isEmpty()) {
        blocks.add(new Block.Paragraph(MetricCatalogue.words(fact) + ": " + text));
      }
    }
    return new Section("Model", blocks);
  }

  private List<Block> blocks(String file, Function<DataTable, List<? extends Block>> make) {
    return Blocks.from(data, file, make);
  }
}
