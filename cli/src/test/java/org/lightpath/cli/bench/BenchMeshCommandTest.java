package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchMeshCommandTest {
  private final BenchRun run = new BenchRun();

  @Test
  void bothMethodsAreMeasuredAndJudged() throws IOException {
    List<JsonNode> rows =
        run.rows(new BenchMeshCommand(), "--size=16,33", "--vectors=10", "--precision=single");
    assertThat(rows).hasSize(2 * 2);
    for (JsonNode row : rows) {
      assertThat(BenchRun.keys(row)).isEqualTo(new MeshTable().columns().names());
      // The reference against itself: its results are rounded to single once.
      assertThat(row.get("relativeError").asDouble()).isLessThan(0x1p-24);
      assertThat(row.get("errorAgainst").asText()).isEqualTo("reference");
      double n = row.get("modes").asInt();
      assertThat(row.get("flop_per_s").asDouble() * row.get("run_s").asDouble())
          .isCloseTo(14 * n * (n - 1) * 10, within(1.0));
      assertThat(row.get("compile_s").asDouble()).isPositive();
      assertThat(row.get("columnsOverThis").asDouble()).isPositive();
    }
    assertThat(rows).extracting(row -> row.get("method").asText()).contains("columns", "blocks");
    assertThat(rows.getFirst().get("columnsOverThis").asDouble()).isEqualTo(1);
  }

  @Test
  void largeMeshesAreComparedBetweenTheMethods() throws IOException {
    List<JsonNode> rows =
        run.rows(new BenchMeshCommand(), "--size=260", "--vectors=2", "--precision=double");
    assertThat(rows.getFirst().get("relativeError").isNull()).isTrue();
    assertThat(rows.getFirst().get("errorAgainst").asText()).isEqualTo("nothing");
    assertThat(rows.getLast().get("errorAgainst").asText()).isEqualTo("other method");
    assertThat(rows.getLast().get("relativeError").asDouble()).isZero();
  }

  @Test
  void recordsAndOtherFormatsHaveARowForEachMethod(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("record.jsonl");
    run.rows(new BenchMeshCommand(), "--size=8", "--precision=double", "--record=" + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(BenchRun.JSON.readTree(lines.getFirst()).get("record").asText())
        .isEqualTo("bench mesh");
    for (String format : List.of("csv", "md")) {
      String[] arguments = {
        "--engine=reference",
        "--size=8",
        "--turn=0.01",
        "--turns=1",
        "--threads=1",
        "--precision=single",
        "--method=blocks",
        "--format=" + format
      };
      assertThat(run.run(new BenchMeshCommand(), arguments)).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(format.equals("csv") ? 2 : 3);
    }
  }

  @Test
  void oneModeIsNoMesh() {
    assertThat(run.run(new BenchMeshCommand(), "--engine=reference", "--size=1"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("at least 2 modes");
  }
}
