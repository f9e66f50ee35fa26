package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs a command in this process and keeps what it prints. */
final class BenchRun {
  static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Exit code. */
  int run(Object command, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  /** Rows of a short measurement with the reference engine. */
  List<JsonNode> rows(Object command, String... arguments) throws IOException {
    String[] all =
        Stream.concat(
                Stream.of(
                    "--engine=reference",
                    "--threads=1",
                    "--turn=0.01",
                    "--turns=2",
                    "--format=json"),
                Stream.of(arguments))
            .toArray(String[]::new);
    assertThat(run(command, all)).as(err.toString()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    JSON.readTree(out.toString()).forEach(rows::add);
    return rows;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  static List<String> keys(JsonNode row) {
    List<String> keys = new ArrayList<>();
    row.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
