package org.lightpath.cli.report;

import java.util.List;
import java.util.Map;
import org.lightpath.cli.figure.Chart;

/**
 * The report of a run before it is rendered.
 *
 * @param head title, kind, status and description
 * @param headline the few metrics that a reader looks for first
 * @param metrics all metrics
 * @param sections figures and tables, by topic
 * @param provenance what ran, where and how: name to value
 * @param attachments warnings, resolved configuration and files
 */
public record RunReport(
    Head head,
    Headline headline,
    Metrics metrics,
    List<Section> sections,
    Map<String, String> provenance,
    Attachments attachments) {
  /** Keeps copies of the lists; the provenance keeps its order. */
  public RunReport {
    sections = List.copyOf(sections);
  }

  /**
   * What stands on top.
   *
   * @param title name of the experiment
   * @param kind kind of the experiment
   * @param status whether it completed
   * @param description a sentence about it, may be empty
   */
  public record Head(String title, String kind, String status, String description) {}

  /**
   * The numbers on top.
   *
   * @param about which case of a batch they belong to; empty for a single case
   * @param tiles a few metrics with one value each
   */
  public record Headline(String about, List<Metric> tiles) {
    /** Keeps a copy. */
    public Headline {
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * All metrics.
   *
   * @param about what the columns differ in; empty for a single case
   * @param columns what the values are called: the cases of a batch
   * @param rows as many values each as there are columns
   * @param notes sentences on what is missing
   */
  public record Metrics(String about, List<String> columns, List<Metric> rows, List<String> notes) {
    /** Keeps copies. */
    public Metrics {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /**
   * What stands around the results.
   *
   * @param warnings sentences
   * @param resolved the resolved configuration
   * @param files what can be opened
   */
  public record Attachments(List<String> warnings, String resolved, List<RunData.FileEntry> files) {
    /** Keeps copies. */
    public Attachments {
      warnings = List.copyOf(warnings);
      files = List.copyOf(files);
    }
  }

  /** All figures, in order. */
  public List<Chart> charts() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Figure.class::isInstance)
        .map(block -> ((Block.Figure) block).chart())
        .toList();
  }

  /**
   * The report of a run folder.
   *
   * @param data what the folder holds
   */
  public static RunReport of(RunData data) {
    Facts summary = new Facts(data.summary());
    String kind = summary.text("kind", "run");
    Head head =
        new Head(
            summary.text("name", "unnamed"),
            kind,
            summary.text("status", "unknown"),
            summary.text("description"));
    CommonSections common = new CommonSections(summary, data);
    MetricTables metrics = new MetricTables(summary, Cases.of(summary));
    return new RunReport(
        head,
        metrics.headline(kind),
        metrics.metrics(),
        common.around(kind),
        common.provenance(),
        new Attachments(summary.texts("warnings"), data.resolved(), data.files()));
  }
}
