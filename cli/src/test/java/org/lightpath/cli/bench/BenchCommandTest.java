package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** All benchmarks in one call, with the options that all share. */
class BenchCommandTest {
  private final BenchRun run = new BenchRun();

  @Test
  void optionsBeforeANameAreRefusedNotLost() {
    assertThat(run.run(new BenchCommand(), "--engine=reference", "mesh", "--size=8"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("--engine must come after 'mesh'");
  }

  private static BenchCommand small() {
    return new BenchCommand(
        Map.of(
            "fiber", List.of("--samples=64", "--batch=1", "--steps=2"),
            "matmul", List.of("--size=8"),
            "mesh", List.of("--size=8")));
  }

  @Test
  void withoutANameAllAreMeasuredAndRowsNameTheirBenchmark(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("record.jsonl");
    List<JsonNode> rows = run.rows(small(), "--no-peers", "--precision=single", "--record=" + file);
    assertThat(rows).hasSize(1 + 4 + 2);
    assertThat(rows)
        .extracting(row -> row.get("bench").asText())
        .containsOnly("fiber", "matmul", "mesh");
    for (JsonNode row : rows) {
      assertThat(row.get("precision").asText()).isEqualTo("single");
      assertThat(row.get("relativeError").asDouble()).isLessThan(0x1p-18);
      assertThat(row.has("rooflineShare")).isTrue();
    }
    assertThat(Files.readAllLines(file)).hasSize(3 + 7);
  }

  @Test
  void tablesOfAllStandOneAfterTheOther() {
    for (String format : List.of("md", "csv")) {
      String[] arguments = {
        "--engine=reference",
        "--no-peers",
        "--precision=single",
        "--threads=1",
        "--turn=0.001",
        "--turns=1",
        "--format=" + format
      };
      assertThat(run.run(small(), arguments)).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(format.equals("md") ? 3 * 4 + 7 + 2 : 3 + 7 + 2);
    }
    assertThat(run.out()).contains("samplesPerSecond").contains("costOfNoise");
  }

  @Test
  void singleBenchmarksAreThere() {
    String[] arguments = {
      "mesh", "--engine=reference", "--size=4", "--turn=0.01", "--turns=1", "--threads=1"
    };
    assertThat(run.run(new BenchCommand(), arguments)).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(2 + 2 * 2);
  }

  @Test
  void timesAreMediansAndRatiosAreTakenTurnByTurn() {
    Times slow = new Times(List.of(2.0, 20.0, 4.0));
    Times fast = new Times(List.of(1.0, 10.0, 4.0));
    assertThat(slow.median()).isEqualTo(4);
    assertThat(slow.ratioTo(fast)).isEqualTo(2);
    assertThat(slow.scaled(0.5)).isEqualTo(new Times(List.of(1.0, 10.0, 2.0)));
    assertThat(new Times(List.of(1.0, 3.0)).deviation()).isEqualTo(Math.sqrt(2));
  }
}
