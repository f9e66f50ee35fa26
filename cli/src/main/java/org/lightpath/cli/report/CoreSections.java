package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sections of a {@code core} report. */
final class CoreSections {
  private final RunData data;
  private final Facts summary;
  private final CoreCharts core;
  private final EnergyCharts energy;

  CoreSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.summary = summary;
    this.core = new CoreCharts(cases);
    this.energy = new EnergyCharts();
  }

  List<Section> all() {
    List<Block> accuracy = new ArrayList<>();
    accuracy.addAll(blocks("results", core::sweeps));
    boolean alike = data.tables().find("errors").filter(t -> t.rows() == 0).isPresent();
    if (alike) {
      accuracy.add(new Block.Paragraph("No distribution: the errors of all outputs are the same."));
    } else {
      accuracy.addAll(blocks("plots/data/errors", t -> List.of(core.histogram(t))));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Accuracy", accuracy));
    if (has("chip")) {
      sections.add(new Section("Chip", blocks("plots/data/chip", core::chip)));
    }
    if (has("energy")) {
      List<Block> cost = new ArrayList<>(blocks("plots/data/energy", energy::bars));
      if (has("area")) {
        cost.addAll(blocks("plots/data/area", energy::area));
      }
      if (has("losses")) {
        cost.addAll(blocks("plots/data/losses", energy::losses));
      }
      if (has("workloads")) {
        cost.addAll(blocks("plots/data/workloads", energy::workloads));
      }
      sections.add(new Section("Energy, area and latency", cost));
    }
    sections.add(model());
    return sections;
  }

  /** What the simulation holds for exact and what it approximates. */
  private Section model() {
    List<Block> blocks = new ArrayList<>();
    for (String fact : List.of("core", "operands", "signs", "operation", "exactness")) {
      String text = summary.text(fact);
      if (!text.isEmpty()) {
        blocks.add(new Block.Paragraph(MetricCatalogue.capitalised(fact) + ": " + text));
      }
    }
    return new Section("Model", blocks);
  }

  private boolean has(String table) {
    return data.tables().find(table).filter(t -> t.rows() > 0).isPresent();
  }

  private List<Block> blocks(String file, Function<DataTable, List<? extends Block>> make) {
    return Blocks.from(data, file, make);
  }
}
