package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lightpath.cli.run.ProgressPrinter;

/** Prints the metrics of a summary as a short table. */
public final class MetricsTable {
  /** Cases that stand beside one another; more become rows, for which a terminal has room. */
  private static final int MOST_COLUMNS = 8;

  private final PrintStream out;

  /** A printer of tables. */
  public MetricsTable(PrintStream out) {
    this.out = out;
  }

  /** Prints the metrics, of every case if there are several. */
  public void print(JsonNode summary) {
    JsonNode cases = summary.path("cases");
    if (cases.isArray()) {
      printCases(summary.path("batch"), cases);
    } else {
      summary
          .path("metrics")
          .properties()
          .forEach(
              metric ->
                  out.printf(
                      Locale.ROOT, "  %-24s %s%n", metric.getKey(), number(metric.getValue())));
    }
    out.printf(
        Locale.ROOT,
        "%s, %s on %s (%s)%n",
        work(summary),
        ProgressPrinter.duration(summary.path("elapsed_s").asDouble()),
        summary.path("engine").path("name").asText(),
        summary.path("precision").asText());
    summary.path("notes").forEach(note -> out.println("note: " + note.asText()));
    summary.path("warnings").forEach(warning -> out.println("warning: " + warning.asText()));
  }

  private static String work(JsonNode summary) {
    return summary.has("macs")
        ? "%.4g multiply-accumulates".formatted(summary.path("macs").asDouble())
        : "%d steps, %d transforms"
            .formatted(summary.path("steps").asLong(), summary.path("transforms").asLong());
  }

  private void printCases(JsonNode batch, JsonNode cases) {
    Set<String> names = new LinkedHashSet<>();
    cases.forEach(one -> one.fieldNames().forEachRemaining(names::add));
    boolean named = batch.path("values").path(0).isTextual();
    if (named || cases.size() > MOST_COLUMNS) {
      new CaseRows(out).print(heading(batch), batch.path("values"), cases, List.copyOf(names));
      return;
    }
    out.printf(Locale.ROOT, "  %-24s", heading(batch));
    batch.path("values").forEach(value -> out.printf(Locale.ROOT, " %12s", number(value)));
    out.println();
    for (String name : names) {
      out.printf(Locale.ROOT, "  %-24s", name);
      cases.forEach(one -> out.printf(Locale.ROOT, " %12s", number(one.path(name))));
      out.println();
    }
  }

  private static String heading(JsonNode batch) {
    String unit = batch.path("unit").asText();
    return batch.path("parameter").asText() + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  static String number(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.6g", value.asDouble()) : "-";
  }
}
