package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sections of a {@code cloud} report; one whose tables are missing is left out. */
final class CloudSections {
  private static final DataTable NONE = DataTable.builder().build();

  private final RunData data;
  private final Cases cases;
  private final Facts summary;
  private final DataTable results;

  CloudSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.cases = cases;
    this.summary = summary;
    this.results = table("results");
  }

  List<Section> all() {
    LayerCharts layers = new LayerCharts(cases, results);
    CloudEnergy energy = new CloudEnergy(cases, results);
    LoadCharts load = new LoadCharts(cases);
    List<Section> sections = new ArrayList<>();
    add(sections, "Generated images", blocks("images", this::images));
    add(sections, "Generated text", blocks("text", new TextPairs(cases)::of));
    add(sections, "Over the cases", new CloudSweeps(cases, summary).all());
    add(
        sections,
        "Layers",
        blocks("sensitivity", layers::sensitivity),
        blocks("results", layers::accuracy));
    add(
        sections,
        "Fidelity levels",
        blocks("fidelity", layers::fidelity),
        blocks("fit", FitTable::of));
    add(
        sections,
        "Energy",
        blocks("energy", energy::components),
        blocks("energyLayers", energy::layers),
        blocks("baselines", energy::baselines));
    add(sections, "Latency", blocks("latency", new CloudLatency(cases)::stages));
    add(
        sections,
        "Network",
        blocks("networkNodes", nodes -> List.of(NetworkCharts.map(nodes, table("networkLinks")))),
        blocks("networkPaths", NetworkCharts::paths),
        blocks("networkLinks", NetworkCharts::links));
    add(
        sections,
        "Many requests",
        blocks("queue", load::queue),
        blocks("latencies", load::latencies),
        blocks("nodesLoad", load::nodes));
    add(sections, "Model", model());
    return sections;
  }

  private List<Block> images(DataTable images) {
    return ImageCharts.of(cases, images, table("imageShape"), table("imageLabels"));
  }

  /** What the simulation holds for exact and what it approximates. */
  private List<Block> model() {
    List<Block> blocks = new ArrayList<>();
    List<String> facts =
        List.of("model", "placement", "core", "network", "fidelityLevel", "operation", "exactness");
    for (String fact : facts) {
      String text = summary.text(fact);
      if (!text.isEmpty()) {
        blocks.add(new Block.Paragraph(MetricCatalogue.words(fact) + ": " + text));
      }
    }
    return blocks;
  }

  @SafeVarargs
  private static void add(List<Section> sections, String heading, List<Block>... parts) {
    List<Block> blocks = new ArrayList<>();
    for (List<Block> part : parts) {
      blocks.addAll(part);
    }
    if (!blocks.isEmpty()) {
      sections.add(new Section(heading, blocks));
    }
  }

  private DataTable table(String name) {
    return data.tables().find(name).orElse(NONE);
  }

  private List<Block> blocks(String name, Function<DataTable, List<Block>> make) {
    DataTable table = table(name);
    return table.rows() == 0 ? List.of() : make.apply(table);
  }
}
