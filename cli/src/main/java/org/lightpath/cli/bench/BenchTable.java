package org.lightpath.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints measured rows as a Markdown table, as CSV or as JSON. */
final class BenchTable {
  private static final String[] COLUMNS = {
    "contender",
    "detail",
    "precision",
    "samples",
    "batch",
    "threads",
    "step_s",
    "stepDeviation_s",
    "samplesPerSecond",
    "relativeError",
    "errorSteps",
    "rooflineShare",
    "memory_bytes"
  };

  private BenchTable() {}

  /** For people: microseconds, nanoseconds a sample, percent. */
  static String markdown(List<BenchRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | precision | N | batch | threads | µs/step | ± | ns/sample |")
        .append(" against ours | error (steps) | roofline | MiB | detail |\n")
        .append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    for (BenchRow row : rows) {
      text.append(line(row, ours(rows, row))).append('\n');
    }
    return text.toString();
  }

  private static String line(BenchRow row, double ours) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %.2f | %.2f | %.3f | %.2f× | %.1e (%d) | %s | %.1f | %s |",
        row.contender(),
        row.precision(),
        row.samples(),
        row.batch(),
        row.threads(),
        row.stepSeconds() * 1e6,
        row.deviationSeconds() * 1e6,
        row.stepSeconds() * 1e9 / row.samples() / row.batch(),
        row.stepSeconds() / ours,
        row.relativeError(),
        row.errorSteps(),
        Double.isNaN(row.rooflineShare())
            ? "not measured"
            : String.format(Locale.ROOT, "%.0f %%", 100 * row.rooflineShare()),
        row.memoryBytes() / 1048576.0,
        row.detail());
  }

  /** Time of our own row of the same case with the fewest threads: what ratios refer to. */
  private static double ours(List<BenchRow> rows, BenchRow like) {
    return rows.stream()
        .filter(row -> row.contender().startsWith("lightpath"))
        .filter(row -> row.samples() == like.samples() && row.batch() == like.batch())
        .filter(row -> row.precision().equals(like.precision()))
        .sorted(java.util.Comparator.comparingInt(BenchRow::threads))
        .mapToDouble(BenchRow::stepSeconds)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** One line a row, SI units in the header. */
  static String csv(List<BenchRow> rows) {
    return rows.stream()
        .map(row -> values(row).stream().map(BenchTable::csvCell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
  }

  private static String csvCell(Object value) {
    String text = value.toString();
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** An array of objects, SI units in the keys. */
  static String json(List<BenchRow> rows) {
    return rows.stream()
        .map(BenchTable::jsonObject)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String jsonObject(BenchRow row) {
    StringBuilder text = new StringBuilder("  {");
    List<Object> values = values(row);
    for (int i = 0; i < COLUMNS.length; i++) {
      text.append(i == 0 ? "" : ", ").append('"').append(COLUMNS[i]).append("\": ");
      text.append(jsonValue(values.get(i)));
    }
    return text.append('}').toString();
  }

  private static String jsonValue(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return "null";
    }
    return value instanceof Number
        ? value.toString()
        : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<Object> values(BenchRow row) {
    return List.of(
        row.contender(),
        row.detail(),
        row.precision(),
        row.samples(),
        row.batch(),
        row.threads(),
        row.stepSeconds(),
        row.deviationSeconds(),
        row.samplesPerSecond(),
        row.relativeError(),
        row.errorSteps(),
        row.rooflineShare(),
        row.memoryBytes());
  }
}
