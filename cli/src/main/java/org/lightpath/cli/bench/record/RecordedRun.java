package org.lightpath.cli.bench.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The conditions of a run and its rows.
 *
 * @param conditions as recorded: commit, devices, JDK, command
 * @param rows in their order
 */
public record RecordedRun(JsonNode conditions, List<RecordedRow> rows) {
  /** Copies the list. */
  public RecordedRun {
    rows = List.copyOf(rows);
  }

  /** A condition as text; empty if it was not recorded. */
  public String condition(String name) {
    JsonNode value = conditions.get(name);
    return value == null || value.isNull() ? "" : value.asText();
  }

  /** Names of the devices, in a list or (in older records) as one text. */
  public List<String> devices() {
    List<String> names = new ArrayList<>();
    JsonNode devices = conditions.get("devices");
    if (devices == null) {
      return condition("device").isEmpty() ? names : List.of(condition("device"));
    }
    for (JsonNode device : devices) {
      JsonNode name = device.isObject() ? device.get("device") : device;
      if (name != null) {
        names.add(name.asText());
      }
    }
    return names;
  }

  /** Date, commit and Java of the run, for people. */
  public String label() {
    StringJoiner label = new StringJoiner(", ");
    for (String name : List.of("date", "commit", "jdk", "os")) {
      if (!condition(name).isEmpty()) {
        label.add(condition(name));
      }
    }
    return label.toString();
  }
}
