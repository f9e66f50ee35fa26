package org.lightpath.cli.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lightpath.cli.bench.record.RecordReader;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.RecordedRun;

/** A folder of records: of rows that were measured several times the newest counts. */
final class RecordFolder {
  private RecordFolder() {}

  /** A run with the name of its file and all rows of the file. */
  private record Filed(String file, RecordedRun run, List<RecordedRow> all) {}

  /**
   * The newest rows of our engines, device by device, in the order of time.
   *
   * @throws IOException if the folder cannot be read
   * @throws IllegalArgumentException if it holds no record, or one that cannot be understood
   */
  static Map<String, List<Measured>> read(Path folder) throws IOException {
    Map<List<Object>, Measured> newest = new LinkedHashMap<>();
    for (Filed filed : runs(folder)) {
      for (RecordedRow row : filed.run().rows()) {
        if (row.ours()) {
          List<Object> key = List.of(row.device(), row.key());
          newest.remove(key);
          newest.put(key, new Measured(filed.file(), filed.run(), row, filed.all()));
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

  /**
   * All runs by date, a text that sorts; those of a day without an hour by the name of the file.
   */
  private static List<Filed> runs(Path folder) throws IOException {
    List<Filed> runs = new ArrayList<>();
    for (Path file : files(folder)) {
      List<RecordedRun> own = RecordReader.read(file);
      List<RecordedRow> all = own.stream().flatMap(run -> run.rows().stream()).toList();
      own.forEach(run -> runs.add(new Filed(file.getFileName().toString(), run, all)));
    }
    runs.sort(Comparator.comparing(filed -> filed.run().condition("date")));
    return runs;
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
