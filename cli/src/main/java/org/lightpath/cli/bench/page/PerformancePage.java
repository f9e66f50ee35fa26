package org.lightpath.cli.bench.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.lightpath.cli.bench.record.Quantities;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.RecordedRun;
import org.lightpath.cli.bench.record.Timing;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Figures;

/**
 * The page of performance: everything in it is from a folder of records, with {@code goals.json}
 * (what should be reached) and {@code notes.md} (what stands in the way) beside them.
 */
public final class PerformancePage {
  private static final Map<String, String> TITLES = titles();

  private final Map<String, List<Measured>> devices;
  private final List<Goal> goals;
  private final Notes notes;
  private final Map<String, String> images = new LinkedHashMap<>();

  private PerformancePage(Map<String, List<Measured>> devices, List<Goal> goals, Notes notes) {
    this.devices = devices;
    this.goals = goals;
    this.notes = notes;
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("fiber", "Propagation");
    titles.put("matmul", "Matrix products");
    titles.put("mesh", "Meshes");
    titles.put("model", "Models");
    return titles;
  }

  /**
   * A page and its images.
   *
   * @param markdown of the page
   * @param images SVG files by their names, which stand in the folder {@code images} beside the
   *     page
   */
  public record Content(String markdown, Map<String, String> images) {
    /** Copies the map. */
    public Content {
      images = Map.copyOf(images);
    }
  }

  /**
   * The page of a folder of records.
   *
   * @param folder with records, goals and notes
   * @param from how the page refers to that folder
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if one cannot be understood
   */
  public static Content of(Path folder, String from) throws IOException {
    PerformancePage page =
        new PerformancePage(
            RecordFolder.read(folder),
            Goal.read(folder.resolve("goals.json")),
            Notes.read(folder.resolve("notes.md")));
    return new Content(page.markdown(from), page.images);
  }

  private String markdown(String from) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Performance

        Made by `lightpath bench page` from the records in [`%s`](%s): every figure is measured, with its deviation, its error against
        the double-precision reference, its share of the roofline of the same run, and the fastest peer of the same run. Nothing on this page is typed; a
        test compares it with the records. What the columns mean: [benchmarks](../benchmarks/README.md). Ratios are what to quote, times depend on the machine.

        """
            .formatted(from, from));
    text.append(overview());
    devices.forEach((device, rows) -> text.append(device(device, rows, from)));
    text.append(
        notes
            .text("negative-results", "")
            .map("\n## Tried and not used\n\n%s\n"::formatted)
            .orElse(""));
    return text.toString();
  }

  private List<Goal.Outcome> outcomes(List<Measured> rows) {
    List<Goal.Outcome> outcomes = new ArrayList<>();
    for (Goal goal : goals) {
      rows.forEach(row -> goal.outcome(row).ifPresent(outcomes::add));
    }
    return outcomes;
  }

  private String overview() {
    StringBuilder text = new StringBuilder("## Goals\n\n");
    text.append("| device | goal | goal | measured | |\n|---|---|---:|---:|---|\n");
    devices.forEach(
        (device, rows) -> {
          for (Goal.Outcome each : outcomes(rows)) {
            text.append(
                    "| [%s](#%s) | %s | %s | %s | %s |"
                        .formatted(
                            device,
                            anchor(device),
                            each.goal().name(),
                            bound(each.goal()),
                            reached(each),
                            mark(each)))
                .append('\n');
          }
        });
    return text.append('\n').toString();
  }

  private static String mark(Goal.Outcome outcome) {
    return outcome.reached() ? "reached" : "**missed**";
  }

  private static String bound(Goal goal) {
    return (goal.bound().atLeast() ? "≥ " : "≤ ") + figure(goal, goal.bound().value());
  }

  /** With as many digits as it takes to see that a goal is missed. */
  private static String reached(Goal.Outcome outcome) {
    String rounded = figure(outcome.goal(), outcome.figure());
    return outcome.reached()
            || !rounded.equals(figure(outcome.goal(), outcome.goal().bound().value()))
        ? rounded
        : String.format(Locale.ROOT, "%.4f", outcome.figure());
  }

  private static String figure(Goal goal, double value) {
    return goal.figure().equals("rooflineShare")
        ? String.format(Locale.ROOT, "%.0f %%", 100 * value)
        : Quantities.digits(value);
  }

  private static String anchor(String device) {
    return device.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private String device(String device, List<Measured> rows, String from) {
    StringBuilder text = new StringBuilder("## %s\n\n".formatted(device));
    text.append(conditions(rows, from));
    for (Chart chart : new PerformanceCharts(device, rows, goals).all()) {
      images.put(chart.id() + ".svg", Figures.standaloneSvg(chart));
      text.append("![%s](images/%s.svg)\n".formatted(chart.title(), chart.id()));
    }
    for (Map.Entry<String, String> bench : TITLES.entrySet()) {
      List<Measured> own =
          rows.stream().filter(each -> each.row().bench().equals(bench.getKey())).toList();
      if (!own.isEmpty()) {
        text.append("\n### %s on %s\n\n".formatted(bench.getValue(), device)).append(table(own));
      }
    }
    return text.append(shortfalls(device, rows)).append('\n').toString();
  }

  /** Record, date, commit, Java and driver of each run, once. */
  private static String conditions(List<Measured> rows, String from) {
    Set<String> lines = new LinkedHashSet<>();
    for (Measured each : rows) {
      RecordedRun run = each.run();
      String engine =
          rows.stream().map(row -> row.row().engine()).distinct().collect(Collectors.joining(", "));
      String date = run.condition("date");
      lines.add(
          "- [`%s`](%s/%s): %s, engine %s, commit `%s`, Java %s, %s%s"
              .formatted(
                  each.file(),
                  from,
                  each.file(),
                  date.substring(0, Math.min(10, date.length())),
                  engine,
                  run.condition("commit")
                      .substring(0, Math.min(12, run.condition("commit").length())),
                  run.condition("jdk"),
                  run.condition("os"),
                  remark(run)));
    }
    return String.join("\n", lines) + "\n\n";
  }

  private static String remark(RecordedRun run) {
    String remark = run.condition("conditions");
    return remark.isEmpty() ? "" : "; " + remark;
  }

  private String table(List<Measured> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| case | size | batch | precision | engine | time | ± | rate | error | roofline |")
        .append(" against the fastest peer (its error) | goal |\n")
        .append("|---|---|---:|---|---|---:|---:|---:|---:|---:|---|---|\n");
    rows.stream().sorted(Measured.ORDER).forEach(each -> text.append(line(each)).append('\n'));
    return text.toString();
  }

  private String line(Measured each) {
    RecordedRow row = each.row();
    Timing timing = row.timing();
    String threads = row.text("threads");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        row.caseName() + reduction(row),
        row.size(),
        row.text("batch"),
        row.text("precision"),
        row.engine()
            + (threads.isEmpty() || threads.equals("1") ? "" : ", " + threads + " threads"),
        Quantities.seconds(timing.seconds()),
        timing.deviation() == 0 ? "one turn" : Quantities.seconds(timing.deviation()),
        row.rate().isPresent() ? Quantities.rate(row.rate().getAsDouble(), row.rateUnit()) : "–",
        error(row),
        share(row),
        each.fastestPeer().map(peer -> peer(each, peer)).orElse("–"),
        goals(each));
  }

  private static String reduction(RecordedRow row) {
    String left = row.text("reduction");
    boolean products = row.text("estimate").equals("products only");
    return (left.isEmpty() || left.equals("none") ? "" : ", " + left)
        + (products ? ", products only" : "");
  }

  private static String peer(Measured each, RecordedRow peer) {
    boolean alike = peer.text("threads").equals(each.row().text("threads"));
    return "%s %s%s%s (%s)"
        .formatted(
            Quantities.ratio(each.ratioTo(peer)),
            peer.engine(),
            alike || peer.text("threads").isEmpty() ? "" : ", threads " + peer.text("threads"),
            peer.text("extrapolated").equals("true") ? ", extrapolated" : "",
            error(peer));
  }

  private static String error(RecordedRow row) {
    OptionalDouble error = row.number("relativeError");
    return error.isEmpty() ? "–" : String.format(Locale.ROOT, "%.1e", error.getAsDouble());
  }

  private static String share(RecordedRow row) {
    OptionalDouble share = row.number("rooflineShare");
    String bound = row.text("boundBy");
    return share.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble())
            + (bound.isEmpty() ? "" : " of " + bound);
  }

  private String goals(Measured each) {
    return outcomes(List.of(each)).stream()
        .map(
            outcome ->
                "%s %s: %s"
                    .formatted(
                        bound(outcome.goal()),
                        outcome.goal().figure().replace("fastestPeer", "fastest peer"),
                        reached(outcome) + " " + mark(outcome)))
        .collect(Collectors.joining("; "));
  }

  /** What is missed on a device, and the notes on it, each once. */
  private String shortfalls(String device, List<Measured> rows) {
    Set<String> missed = new LinkedHashSet<>();
    for (Goal.Outcome outcome : outcomes(rows)) {
      if (!outcome.reached()) {
        missed.add(outcome.goal().note());
      }
    }
    if (missed.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("\n### What falls short on %s, and why\n\n".formatted(device));
    for (String id : missed) {
      Optional<String> note = notes.text(id, device);
      text.append(note.orElse("No explanation is recorded for `%s`.".formatted(id))).append("\n\n");
    }
    return text.toString();
  }
}
