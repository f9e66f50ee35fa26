package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints one row for each case, and as many blocks of metrics as a terminal's width asks for. */
final class CaseRows {
  /** Characters of a row. */
  private static final int WIDTH = 100;

  /** Rows of a block; a longer batch is read from its files. */
  private static final int MOST_ROWS = 40;

  private static final int NUMBER_WIDTH = 12;

  private final PrintStream out;

  CaseRows(PrintStream out) {
    this.out = out;
  }

  /** Prints all metrics; of many cases the first. */
  void print(String heading, JsonNode values, JsonNode cases, List<String> metrics) {
    List<String> names = new ArrayList<>();
    int first = heading.length();
    for (int i = 0; i < Math.min(values.size(), MOST_ROWS); i++) {
      JsonNode value = values.path(i);
      String name = value.isTextual() ? value.asText() : MetricsTable.number(value);
      names.add(name);
      first = Math.max(first, name.length());
    }
    List<String> varied = metrics.stream().filter(metric -> varies(cases, metric)).toList();
    for (List<String> block : blocks(varied, WIDTH - first)) {
      printBlock("  %-" + first + "s", heading, names, cases, block);
    }
    for (String metric : metrics) {
      if (!varied.contains(metric)) {
        String number = MetricsTable.number(cases.path(0).path(metric));
        out.println("  %-24s %s in all cases".formatted(metric, number));
      }
    }
    if (names.size() < cases.size()) {
      out.println(
          "  first %d of %d cases; summary.json has all".formatted(names.size(), cases.size()));
    }
  }

  private static boolean varies(JsonNode cases, String metric) {
    String first = MetricsTable.number(cases.path(0).path(metric));
    for (JsonNode one : cases) {
      if (!MetricsTable.number(one.path(metric)).equals(first)) {
        return true;
      }
    }
    return false;
  }

  private void printBlock(
      String format, String heading, List<String> names, JsonNode cases, List<String> metrics) {
    StringBuilder head = new StringBuilder(format.formatted(heading));
    metrics.forEach(metric -> head.append(' ').append(right(metric, metric)));
    out.println(head);
    for (int i = 0; i < names.size(); i++) {
      StringBuilder row = new StringBuilder(format.formatted(names.get(i)));
      for (String metric : metrics) {
        String number = MetricsTable.number(cases.path(i).path(metric));
        row.append(' ').append(right(number, metric));
      }
      out.println(row);
    }
  }

  private static String right(String text, String metric) {
    return " ".repeat(Math.max(0, width(metric) - text.length())) + text;
  }

  private static int width(String metric) {
    return Math.max(NUMBER_WIDTH, metric.length());
  }

  /** Metrics that fit beside one another, at least one. */
  private static List<List<String>> blocks(List<String> metrics, int width) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    int used = 0;
    for (String metric : metrics) {
      int needed = 1 + width(metric);
      if (!block.isEmpty() && used + needed > width) {
        blocks.add(block);
        block = new ArrayList<>();
        used = 0;
      }
      block.add(metric);
      used += needed;
    }
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    return blocks;
  }
}
