package org.lightpath.cli.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.ProgramCost;

/** Prints measured rows as a Markdown table, as CSV or as JSON. */
final class BenchTable {
  private static final Map<String, Function<BenchRow, Optional<?>>> COLUMNS = columnTable();

  private BenchTable() {}

  private static Map<String, Function<BenchRow, Optional<?>>> columnTable() {
    Map<String, Function<BenchRow, Optional<?>>> columns = new LinkedHashMap<>();
    columns.put("contender", row -> Optional.of(row.contender()));
    columns.put("detail", row -> Optional.of(row.detail()));
    columns.put("model", row -> Optional.of(lower(row.c().model())));
    columns.put("modes", row -> Optional.of(row.c().modes()));
    columns.put("precision", row -> Optional.of(lower(row.c().precision())));
    columns.put("samples", row -> Optional.of(row.c().samples()));
    columns.put("batch", row -> Optional.of(row.c().batch()));
    columns.put("threads", row -> Optional.of(row.threads()));
    columns.put("runSteps", row -> Optional.of(row.steps()));
    columns.put("step_s", row -> Optional.of(row.stepSeconds()));
    columns.put("stepDeviation_s", row -> Optional.of(row.deviationSeconds()));
    columns.put("samplesPerSecond", row -> Optional.of(row.samplesPerSecond()));
    columns.put("relativeError", row -> Optional.of(row.relativeError()));
    columns.put("errorSteps", row -> Optional.of(row.errorSteps()));
    columns.put("launchesPerStep", perStep(ProgramCost::launches));
    columns.put("bytesPerStep", perStep(ProgramCost::deviceBytes));
    columns.put("localBytesPerStep", perStep(ProgramCost::localBytes));
    columns.put("flopsPerStep", perStep(ProgramCost::flops));
    columns.put("peak_flop_per_s", ceiling(DeviceCeilings::flopsPerSecond));
    columns.put("memory_B_per_s", ceiling(DeviceCeilings::memoryBytesPerSecond));
    columns.put("localMemory_B_per_s", ceiling(DeviceCeilings::localBytesPerSecond));
    columns.put("floor_s", BenchRow::floorSeconds);
    columns.put("boundBy", row -> row.boundBy().map(BenchTable::lower));
    columns.put("rooflineShare", BenchRow::rooflineShare);
    columns.put("memory_bytes", row -> Optional.of(row.memoryBytes()));
    return columns;
  }

  private static Function<BenchRow, Optional<?>> perStep(
      Function<ProgramCost, ? extends Number> value) {
    return row -> row.cost().map(run -> value.apply(run).doubleValue() / row.steps());
  }

  private static Function<BenchRow, Optional<?>> ceiling(Function<DeviceCeilings, Double> value) {
    return row -> row.ceilings().map(value);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Keys of the JSON rows and header of the CSV, in their order. */
  static List<String> columns() {
    return List.copyOf(COLUMNS.keySet());
  }

  /** For people: microseconds, nanoseconds a sample, percent. */
  static String markdown(List<BenchRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | model | precision | N | batch | threads | µs/step | ± | ns/sample |")
        .append(" against ours | error (steps) | roofline | launches/step | MiB | detail |\n")
        .append("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    for (BenchRow row : rows) {
      text.append(line(row, ours(rows, row))).append('\n');
    }
    return text.toString();
  }

  private static String line(BenchRow row, double ours) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %d | %.2f | %.2f | %.3f | %.2f× | %.1e (%d) | %s | %s | %.1f | %s |",
        row.contender(),
        lower(row.c().model()),
        lower(row.c().precision()),
        row.c().samples(),
        row.c().batch(),
        row.threads(),
        row.stepSeconds() * 1e6,
        row.deviationSeconds() * 1e6,
        1e9 / row.samplesPerSecond(),
        row.stepSeconds() / ours,
        row.relativeError(),
        row.errorSteps(),
        row.rooflineShare().map(share -> share(row, share)).orElse("not measured"),
        row.cost().map(run -> launches(run, row.steps())).orElse("–"),
        row.memoryBytes() / 1048576.0,
        row.detail());
  }

  private static String share(BenchRow row, double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share)
        + row.boundBy().map(bound -> " of " + lower(bound)).orElse("");
  }

  private static String launches(ProgramCost run, int steps) {
    return run.launches() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.3g", (double) run.launches() / steps);
  }

  /** Time of our own first row of the same case with the fewest threads: what ratios refer to. */
  private static double ours(List<BenchRow> rows, BenchRow like) {
    return rows.stream()
        .filter(row -> row.contender().startsWith("lightpath") && row.c().equals(like.c()))
        .min(Comparator.comparingInt(BenchRow::threads))
        .map(BenchRow::stepSeconds)
        .orElse(Double.NaN);
  }

  /** One line a row, SI units in the header. */
  static String csv(List<BenchRow> rows) {
    return rows.stream()
        .map(
            row ->
                COLUMNS.values().stream()
                    .map(column -> column.apply(row).map(BenchTable::csvCell).orElse(""))
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", String.join(",", columns()) + "\n", "\n"));
  }

  private static String csvCell(Object value) {
    String text = value.toString();
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** An array of objects, SI units in the keys; null for what is not known. */
  static String json(List<BenchRow> rows) {
    return rows.stream()
        .map(row -> "  " + jsonObject(row))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /** One row on one line. */
  static String jsonObject(BenchRow row) {
    return COLUMNS.entrySet().stream()
        .map(
            column ->
                "\"%s\": %s"
                    .formatted(
                        column.getKey(),
                        column.getValue().apply(row).map(BenchTable::jsonValue).orElse("null")))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String jsonValue(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return "null";
    }
    return value instanceof Number
        ? value.toString()
        : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
