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
    List<Metric> headline,
    List<Metric> metrics,
    List<Section> sections,
    Map<String, String> provenance,
    Attachments attachments) {
  /** Keeps copies of the lists; the provenance keeps its order. */
  public RunReport {
    headline = List.copyOf(headline);
    metrics = List.copyOf(metrics);
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
    return new RunReport(
        head,
        common.headline(kind),
        common.metrics(),
        common.around(kind),
        common.provenance(),
        new Attachments(summary.texts("warnings"), data.resolved(), data.files()));
  }
}
