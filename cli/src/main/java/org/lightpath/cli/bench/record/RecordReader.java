package org.lightpath.cli.bench.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of records: JSON lines, conditions first, then rows. */
public final class RecordReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordReader() {}

  /**
   * The runs of a file. An array of rows, as {@code --format json} prints, is a run without
   * conditions.
   *
   * @throws IllegalArgumentException if it holds no row, or a line is neither conditions nor a row
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<RecordedRun> read(Path file) {
    try {
      String text = Files.readString(file);
      List<RecordedRun> runs =
          text.stripLeading().startsWith("[") ? array(file, text) : lines(file, text);
      if (runs.stream().allMatch(run -> run.rows().isEmpty())) {
        throw new IllegalArgumentException(
            "%s: no measured row; expected what --record FILE or --format json writes"
                .formatted(file));
      }
      return runs;
    } catch (IOException e) {
      throw new UncheckedIOException("the record %s could not be read".formatted(file), e);
    }
  }

  private static List<RecordedRun> array(Path file, String text) {
    List<RecordedRow> rows = new ArrayList<>();
    for (JsonNode value : parse(file, 1, text)) {
      rows.add(row(file, rows.size() + 1, value));
    }
    return List.of(new RecordedRun(JsonNodeFactory.instance.objectNode(), rows));
  }

  private static List<RecordedRun> lines(Path file, String text) {
    List<RecordedRun> runs = new ArrayList<>();
    JsonNode conditions = JsonNodeFactory.instance.objectNode();
    List<RecordedRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode value = parse(file, number, line);
      if (value.has("record")) {
        runs.add(new RecordedRun(conditions, rows));
        conditions = value;
        rows = new ArrayList<>();
      } else {
        rows.add(row(file, number, value));
      }
    }
    runs.add(new RecordedRun(conditions, rows));
    return runs.stream()
        .filter(run -> !run.rows().isEmpty() || !run.conditions().isEmpty())
        .toList();
  }

  private static JsonNode parse(Path file, int number, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s:%d: no JSON: %s".formatted(file, number, e.getOriginalMessage()), e);
    }
  }

  private static RecordedRow row(Path file, int number, JsonNode value) {
    if (!value.has("contender")
        || !(value.has("step_s") || value.has("run_s") || value.has("unit_s"))) {
      throw new IllegalArgumentException(
          "%s:%d: expected conditions (\"record\") or a row with \"contender\" and a time (\"step_s\", \"run_s\" or \"unit_s\")"
              .formatted(file, number));
    }
    return new RecordedRow(value);
  }

  /** The row in one line of JSON. */
  public static RecordedRow row(String json) {
    try {
      return new RecordedRow(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + json, e);
    }
  }
}
