package org.lightpath.cli.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lightpath.cli.bench.record.RecordReader;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.RecordedRun;

/**
 * A folder of records. Names begin with the date, so that their order is that of time; of rows that
 * were measured several times the newest counts.
 */
final class RecordFolder {
  private RecordFolder() {}

  /**
   * The newest rows of our engines, device by device, in the order of the files.
   *
   * @throws IOException if the folder cannot be read
   * @throws IllegalArgumentException if it holds no record, or one that cannot be understood
   */
  static Map<String, List<Measured>> read(Path folder) throws IOException {
    Map<List<Object>, Measured> newest = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      List<RecordedRun> runs = RecordReader.read(file);
      List<RecordedRow> all = runs.stream().flatMap(run -> run.rows().stream()).toList();
      for (RecordedRun run : runs) {
        for (RecordedRow row : run.rows()) {
          if (row.ours()) {
            List<Object> key = List.of(row.device(), row.key());
            newest.remove(key);
            newest.put(key, new Measured(file.getFileName().toString(), run, row, all));
          }
        }
      }
    }
    Map<String, List<Measured>> devices = new LinkedHashMap<>();
    newest
        .values()
        .forEach(
            each -> devices.computeIfAbsent(each.row().device(), _ -> new ArrayList<>()).add(each));
    return devices;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: no record; expected files DATE-BENCHMARK-DEVICE.jsonl".formatted(folder));
      }
      return files;
    }
  }
}
