package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.bench.record.SummaryTable;
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
        List.of(
            new BenchSuite.Form("fiber", "--samples=64", "--batch=1", "--steps=2"),
            new BenchSuite.Form("matmul", "--size=8"),
            new BenchSuite.Form("mesh", "--size=8")));
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
  void allRowsStandInOneTable() {
    for (String format : List.of("md", "csv")) {
      assertThat(run.run(small(), shortest("--format=" + format))).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(7 + (format.equals("md") ? 2 : 1));
    }
    assertThat(run.out().lines().findFirst().orElseThrow())
        .isEqualTo(String.join(",", SummaryTable.COLUMNS));
    for (String line : run.out().lines().skip(1).toList()) {
      assertThat(line).matches("(fiber|matmul|mesh),reference,.*");
    }
  }

  @Test
  void jsonRowsHaveTheSharedColumnsAndTheirOwn() throws IOException {
    for (JsonNode row : run.rows(small(), "--no-peers", "--precision=double")) {
      assertThat(BenchRun.keys(row)).containsAll(SummaryTable.COLUMNS);
      assertThat(row.get("time_s").asDouble()).isPositive();
      assertThat(row.get("timeMean_s").asDouble()).isPositive();
      assertThat(row.get("rate").asDouble()).isPositive();
      assertThat(row.has("contender")).as("a column of its benchmark").isTrue();
    }
  }

  @Test
  void aSuiteIsComparedAsAWhole(@TempDir Path folder) throws IOException {
    assertThat(run.run(small(), shortest("--record=" + folder))).as(run.err()).isZero();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    assertThat(files)
        .extracting(file -> file.getFileName().toString().substring(11))
        .containsExactly(
            "fiber-scalar-double-precision-reference.jsonl",
            "matmul-scalar-double-precision-reference.jsonl",
            "mesh-scalar-double-precision-reference.jsonl");
    assertThat(run.run(small(), shortest("--compare=" + files.getFirst()))).as(run.err()).isZero();
    assertThat(run.out())
        .contains("1 rows: ")
        .contains("not in the earlier run: matmul noiseless, 8 x 8 x 8");
  }

  private static String[] shortest(String option) {
    return new String[] {
      "--engine=reference",
      "--no-peers",
      "--precision=single",
      "--threads=1",
      "--turn=0.001",
      "--turns=1",
      option
    };
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
