package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lightpath.cli.run.Provenance;
import org.lightpath.core.engine.DeviceDescription;

/**
 * A file of JSON lines: the conditions of a run, then its rows as they are measured. A line that
 * cannot be written is told, and ends nothing: rows that took minutes still go to the table.
 */
final class RecordFile {
  private final Path file;
  private final Consumer<String> lost;
  private boolean failed;

  /**
   * A record.
   *
   * @param lost told of the first line that could not be written
   */
  RecordFile(Path file, Consumer<String> lost) {
    this.file = file;
    this.lost = lost;
  }

  /**
   * The file, or in a folder the one of today, the benchmark and the device.
   *
   * @param path file or folder
   * @param name of the benchmark
   * @param device its name
   * @param lost told of the first line that could not be written
   */
  static RecordFile in(Path path, String name, String device, Consumer<String> lost) {
    if (!Files.isDirectory(path)) {
      return new RecordFile(path, lost);
    }
    String plain =
        device
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\(.*\\)", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    return new RecordFile(path.resolve("%s-%s-%s.jsonl".formatted(date, name, plain)), lost);
  }

  /**
   * Appends the conditions of a run.
   *
   * @param name of the benchmark
   * @param devices measured
   * @param command line of the run
   */
  void conditions(String name, List<DeviceDescription> devices, String command) {
    append(conditionsOf(name, devices, command).toString());
  }

  /** Conditions of a run: commit, devices, Java, system, command. */
  static ObjectNode conditionsOf(String name, List<DeviceDescription> devices, String command) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("record", "bench " + name);
    line.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("version", Provenance.version()).put("commit", Provenance.gitCommit());
    ArrayNode list = line.putArray("devices");
    for (DeviceDescription device : devices) {
      ObjectNode one = list.addObject();
      one.put("engine", device.engine()).put("index", device.index()).put("device", device.name());
      one.put("driver", device.driver()).put("memory_bytes", device.memoryBytes());
      one.put("localMemory_bytes", device.localMemoryBytes());
      one.put("computeUnits", device.computeUnits());
      device.notes().forEach(one.putArray("notes")::add);
    }
    line.put("jdk", Provenance.jdk()).put("os", Provenance.os());
    line.put("processors", Runtime.getRuntime().availableProcessors());
    line.put("command", command);
    return line;
  }

  /** Appends rows. */
  <R> void rows(Columns<R> columns, List<R> rows) {
    rows.forEach(row -> append(columns.jsonObject(row)));
  }

  private void append(String line) {
    if (failed) {
      return;
    }
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      failed = true;
      lost.accept(
          "record %s: not written from here on: %s; the table has all rows".formatted(file, e));
    }
  }
}
