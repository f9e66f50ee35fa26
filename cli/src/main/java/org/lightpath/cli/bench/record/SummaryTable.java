package org.lightpath.cli.bench.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/**
 * Rows of all benchmarks in one table with the same columns: who, what, how long, how much a
 * second, how wrong, how near the roofline, and how far from the fastest peer of the same run.
 */
public final class SummaryTable {
  /** Names of the columns, in their order; units in the names where a column has one unit. */
  public static final List<String> COLUMNS =
      List.of(
          "bench",
          "engine",
          "device",
          "precision",
          "case",
          "size",
          "batch",
          "threads",
          "time_s",
          "timeDeviation_s",
          "timeMean_s",
          "rate",
          "rateUnit",
          "relativeError",
          "rooflineShare",
          "peer",
          "peerRatio");

  private final List<RecordedRow> rows;

  /**
   * A table.
   *
   * @param rows of one run; peers are looked for among them
   */
  public SummaryTable(List<RecordedRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One header, one line a row. */
  public String csv() {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (RecordedRow row : rows) {
      ObjectNode cells = cells(row);
      StringJoiner line = new StringJoiner(",", "", "\n");
      COLUMNS.forEach(name -> line.add(cell(cells.get(name))));
      text.append(line);
    }
    return text.toString();
  }

  private static String cell(JsonNode value) {
    String text = value.isNull() ? "" : value.asText();
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /**
   * An array; each row has these columns, then those of its own benchmark that are not among them.
   */
  public String json() {
    StringJoiner lines = new StringJoiner(",\n  ", "[\n  ", "\n]\n");
    for (RecordedRow row : rows) {
      ObjectNode all = cells(row);
      row.values()
          .properties()
          .forEach(
              column -> {
                if (!all.has(column.getKey())) {
                  all.set(column.getKey(), column.getValue());
                }
              });
      lines.add(all.toString());
    }
    return rows.isEmpty() ? "[\n]\n" : lines.toString();
  }

  /** For people. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| bench | engine | precision | case | size | batch | threads | time | ± | mean |")
        .append(" rate | error | roofline | against the fastest peer | device |\n")
        .append("|---|---|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|\n");
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private String line(RecordedRow row) {
    Timing timing = row.timing();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        row.bench(),
        row.engine(),
        row.text("precision"),
        row.caseName(),
        row.size(),
        row.text("batch"),
        row.text("threads"),
        Quantities.seconds(timing.seconds()),
        Quantities.seconds(timing.deviation()),
        timing.mean().isPresent() ? Quantities.seconds(timing.mean().getAsDouble()) : "–",
        row.rate().isPresent() ? Quantities.rate(row.rate().getAsDouble(), row.rateUnit()) : "–",
        text("%.1e", row.number("relativeError"), 1),
        text("%.0f %%", row.number("rooflineShare"), 100),
        peer(row)
            .map(peer -> "%s of %s".formatted(Quantities.ratio(ratio(row, peer)), peerName(peer)))
            .orElse("–"),
        row.device());
  }

  private static String text(String format, OptionalDouble value, double factor) {
    return value.isEmpty() ? "–" : String.format(Locale.ROOT, format, factor * value.getAsDouble());
  }

  private Optional<RecordedRow> peer(RecordedRow row) {
    return row.ours() ? row.fastestPeer(rows) : Optional.empty();
  }

  /** Time of the peer over that of the row: above 1 where ours is faster. */
  private static double ratio(RecordedRow row, RecordedRow peer) {
    return peer.timing().seconds() / row.timing().seconds();
  }

  private static String peerName(RecordedRow peer) {
    String threads = peer.text("threads");
    return peer.engine()
        + (threads.isEmpty()
            ? ""
            : threads.equals("1") ? ", 1 thread" : ", " + threads + " threads")
        + (peer.text("extrapolated").equals("true") ? ", extrapolated" : "");
  }

  private ObjectNode cells(RecordedRow row) {
    ObjectNode cells = JsonNodeFactory.instance.objectNode();
    Timing timing = row.timing();
    cells.put("bench", row.bench()).put("engine", row.engine()).put("device", row.device());
    cells.put("precision", row.text("precision"));
    cells.put("case", row.bench().equals("fiber") ? row.text("case") : row.caseName());
    cells.put("size", row.size()).set("batch", number(row.number("batch")));
    if (cells.get("batch").isNull()) {
      cells.put("batch", 1);
    }
    cells.set("threads", value(row, "threads"));
    cells.put("time_s", timing.seconds()).put("timeDeviation_s", timing.deviation());
    cells.set("timeMean_s", number(timing.mean()));
    cells.set("rate", number(row.rate()));
    cells.put("rateUnit", row.rateUnit());
    cells.set("relativeError", value(row, "relativeError"));
    cells.set("rooflineShare", value(row, "rooflineShare"));
    cells.putNull("peer").putNull("peerRatio");
    peer(row)
        .ifPresent(peer -> cells.put("peer", peerName(peer)).put("peerRatio", ratio(row, peer)));
    return cells;
  }

  private static JsonNode value(RecordedRow row, String column) {
    JsonNode value = row.values().get(column);
    return value == null ? JsonNodeFactory.instance.nullNode() : value;
  }

  private static JsonNode number(OptionalDouble value) {
    if (value.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    double number = value.getAsDouble();
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? JsonNodeFactory.instance.numberNode((long) number)
        : JsonNodeFactory.instance.numberNode(number);
  }
}
