package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cli.figure.Numbers;

/** What the reports of all kinds share: timing, provenance. */
final class CommonSections {
  /** A run that computes for less spends much of it on compiling the program [s]. */
  private static final double WARM = 30;

  private final Facts summary;
  private final RunData data;

  CommonSections(Facts summary, RunData data) {
    this.summary = summary;
    this.data = data;
  }

  /** The sections of a kind, then those of every kind. */
  List<Section> around(String kind) {
    Cases cases = Cases.of(summary);
    List<Section> sections =
        new ArrayList<>(
            switch (kind) {
              case "link" -> new LinkSections(data, cases, summary).all();
              case "pulse" -> new PulseSections(data, cases, summary).all();
              case "core" -> new CoreSections(data, cases, summary).all();
              case "mesh" -> new MeshSections(data, cases, summary).all();
              case "cloud" -> new CloudSections(data, cases, summary).all();
              default -> List.<Section>of();
            });
    sections.add(timing());
    return sections;
  }

  private Section timing() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(phases());
    List<List<String>> rows = new ArrayList<>();
    double compute = summary.number("computeElapsed_s");
    double steps = summary.number("steps");
    double macs = summary.number("macs");
    boolean fields = !Double.isFinite(macs);
    row(rows, "Multiply-accumulates", macs, "MAC");
    row(rows, "Steps", fields ? steps : Double.NaN, "");
    row(rows, "Transforms", fields ? summary.number("transforms") : Double.NaN, "");
    row(rows, "Elapsed, whole run", summary.number("elapsed_s"), "s");
    row(rows, "Elapsed, engine computing", compute, "s");
    String warming = compute < WARM ? ", including warm-up" : "";
    row(rows, "Rate" + warming, macs / compute, "MAC/s");
    row(rows, "Step rate" + warming, fields ? steps / compute : Double.NaN, "step/s");
    double work = steps * summary.number("samples") * summary.number("fields");
    row(rows, "Throughput" + warming, work / compute, "sample/s");
    row(rows, "Uploaded to the device", summary.number("bytesUploaded"), "B");
    row(rows, "Downloaded from the device", summary.number("bytesDownloaded"), "B");
    row(rows, "Peak device memory", summary.number("peakDeviceMemory_bytes"), "B");
    blocks.add(
        rows.isEmpty()
            ? new Block.Missing("No counters in summary.json.")
            : new Block.Grid("Work done and data moved", List.of("Quantity", "Value"), rows));
    return new Section("Timing and throughput", blocks);
  }

  private Block phases() {
    Map<String, Double> timing = summary.object("timing").numbers();
    if (timing.isEmpty()) {
      return new Block.Missing("No times by phase: summary.json has no timing.");
    }
    double total = timing.values().stream().mapToDouble(Double::doubleValue).sum();
    List<List<String>> rows = new ArrayList<>();
    timing.forEach(
        (phase, seconds) ->
            rows.add(
                List.of(
                    MetricCatalogue.words(phase),
                    Numbers.quantity(seconds, "s"),
                    total > 0 ? Numbers.fixed(100 * seconds / total, 1) + " %" : "–")));
    return new Block.Grid("Time by phase", List.of("Phase", "Time", "Share"), rows);
  }

  private static void row(List<List<String>> rows, String name, double value, String unit) {
    if (Double.isFinite(value)) {
      rows.add(List.of(name, Numbers.quantity(value, unit)));
    }
  }

  /** What ran, where and how. */
  Map<String, String> provenance() {
    Facts origin = summary.object("provenance");
    Facts engine = summary.object("engine");
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "Lightpath version", origin.text("version"));
    put(facts, "Git commit", origin.text("gitCommit"));
    put(facts, "Command", origin.text("command"));
    put(facts, "Engine", engine.text("name"));
    put(facts, "Device", engine.text("device"));
    put(facts, "Driver", engine.text("driver"));
    put(facts, "Precision", summary.text("precision"));
    put(facts, "Seed", summary.text("seed"));
    put(facts, "Java", origin.text("jdk"));
    put(facts, "Operating system", origin.text("os"));
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    facts.put(name, value.isEmpty() ? "not recorded" : value);
  }
}
