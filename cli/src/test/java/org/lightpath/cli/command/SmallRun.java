package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lightpath.cli.run.Json;
import org.lightpath.datasets.table.ArrowFile;
import org.lightpath.datasets.table.Table;

/**
 * The folder of a run that went well, and what it printed.
 *
 * @param path of the folder
 * @param out standard output
 */
record SmallRun(Path path, String out) {
  /** Runs an experiment below {@code folder}. */
  static SmallRun of(Path folder, String text, String... options) throws IOException {
    int number = Objects.requireNonNull(folder.toFile().list()).length;
    Path out = folder.resolve("run" + number);
    Path file = SmallExperiments.write(folder, text);
    String[] arguments =
        Stream.concat(
                Stream.of("run", file.toString(), "--out", out.toString()), Stream.of(options))
            .toArray(String[]::new);
    Console console = Console.run(arguments);
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    return new SmallRun(out, console.out());
  }

  Path results() {
    return path.resolve("results.arrow");
  }

  Table table() throws IOException {
    return ArrowFile.read(results());
  }

  Table data(String name) throws IOException {
    return ArrowFile.read(path.resolve("plots/data/" + name + ".arrow"));
  }

  JsonNode summary() throws IOException {
    return Json.read(path.resolve("summary.json"));
  }

  /** A metric of the first case. */
  double metric(String name) throws IOException {
    JsonNode value = summary().path("metrics").path(name);
    assertThat(value.isNumber()).as(name).isTrue();
    return value.asDouble();
  }

  List<String> metrics() throws IOException {
    return summary().path("metrics").properties().stream().map(Map.Entry::getKey).toList();
  }
}
