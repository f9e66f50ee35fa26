package org.lightpath.cli.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.cli.bench.record.RecordedRow;

/**
 * A goal, and the rows that it is for.
 *
 * @param name what should be reached, for people
 * @param devices regular expression of the devices' names
 * @param rows columns and the values that a row must have
 * @param figure {@code fastestPeer} or {@code peer NAME} (its time over ours), {@code threads N}
 *     (time with one thread over that with N), or a column
 * @param bound least or largest value
 * @param note id of the note that says what stands in the way
 */
record Goal(
    String name,
    String devices,
    Map<String, String> rows,
    String figure,
    Bound bound,
    String note) {
  private static final String PEER = "peer ";
  private static final String THREADS = "threads ";

  /**
   * A limit.
   *
   * @param value of the limit
   * @param atLeast whether figures should be as large; otherwise as small
   */
  record Bound(double value, boolean atLeast) {
    boolean holds(double figure) {
      return atLeast ? figure >= value : figure <= value;
    }
  }

  /** Copies the map. */
  Goal {
    rows = Map.copyOf(rows);
  }

  /**
   * What became of a goal.
   *
   * @param goal that was set
   * @param measured the row
   * @param figure reached
   */
  record Outcome(Goal goal, Measured measured, double figure) {
    boolean reached() {
      return goal.bound().holds(figure);
    }
  }

  /** Reads an array of goals. */
  static List<Goal> read(Path file) throws IOException {
    List<Goal> goals = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
      boolean atLeast = each.has("least");
      Map<String, String> rows = new LinkedHashMap<>();
      each.path("rows")
          .properties()
          .forEach(entry -> rows.put(entry.getKey(), entry.getValue().asText()));
      goals.add(
          new Goal(
              text(file, each, "name"),
              text(file, each, "devices"),
              rows,
              text(file, each, "figure"),
              new Bound(each.path(atLeast ? "least" : "most").asDouble(Double.NaN), atLeast),
              text(file, each, "note")));
    }
    return goals;
  }

  private static String text(Path file, JsonNode goal, String key) {
    if (!goal.has(key) || !(goal.has("least") || goal.has("most"))) {
      throw new IllegalArgumentException(
          "%s: a goal has no \"%s\": %s; expected name, devices, rows, figure, least or most, note"
              .formatted(file, goal.has(key) ? "least\" or \"most" : key, goal));
    }
    return goal.get(key).asText();
  }

  /** What a row makes of this goal; nothing if it is not for the row, or not known of it. */
  Optional<Outcome> outcome(Measured measured) {
    RecordedRow row = measured.row();
    boolean meant =
        row.device().matches(devices)
            && rows.entrySet().stream()
                .allMatch(
                    each ->
                        each.getValue()
                            .equals(
                                each.getKey().equals("bench")
                                    ? row.bench()
                                    : row.text(each.getKey())));
    OptionalDouble value = meant ? figure(measured) : OptionalDouble.empty();
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome(this, measured, value.getAsDouble()));
  }

  private OptionalDouble figure(Measured measured) {
    if (figure.equals("fastestPeer")) {
      return ratio(measured, measured.fastestPeer());
    }
    if (figure.startsWith(PEER)) {
      return ratio(measured, measured.peer(figure.substring(PEER.length())));
    }
    if (figure.startsWith(THREADS)) {
      return measured
          .withThreads(figure.substring(THREADS.length()))
          .map(more -> OptionalDouble.of(1 / measured.ratioTo(more)))
          .orElse(OptionalDouble.empty());
    }
    return measured.row().number(figure);
  }

  private static OptionalDouble ratio(Measured measured, Optional<RecordedRow> peer) {
    return peer.map(each -> OptionalDouble.of(measured.ratioTo(each)))
        .orElse(OptionalDouble.empty());
  }
}
