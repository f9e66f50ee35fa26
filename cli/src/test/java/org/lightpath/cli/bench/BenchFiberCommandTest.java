package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.core.engine.Engines;
import picocli.CommandLine;

class BenchFiberCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new BenchFiberCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  /** Rows of a small and short measurement. */
  private List<JsonNode> rows(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--turn", "0.01", "--turns", "2"));
    all.addAll(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    JSON.readTree(out.toString()).forEach(rows::add);
    return rows;
  }

  private static void checkErrors(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      double u = row.get("precision").asText().equals("single") ? 0x1p-24 : 0x1p-53;
      // Each step: two transforms of at most 9 levels and a few products, added up linearly; the
      // peak of Gaussian samples turns by several times the mean angle.
      assertThat(row.get("relativeError").asDouble())
          .as(row.toString())
          .isLessThan(u * 2 * (2 * 9 + 8) * (row.get("errorSteps").asInt() + 1));
      assertThat(row.get("step_s").asDouble()).isPositive();
    }
  }

  @Test
  void everyContenderComputesTheSameField() throws IOException {
    List<JsonNode> rows =
        rows("--engine", "reference", "--samples", "256", "--batch", "2", "--threads", "1");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
    checkErrors(rows);
    assertThat(rows.getFirst().get("rooflineShare").isNull()).as("it is not for speed").isTrue();
  }

  @Test
  void hostEngineIsHeldAgainstItsCeilings() throws IOException {
    List<JsonNode> rows =
        rows(
            "--engine=cpu,cpu",
            "--model=scalar,manakov",
            "--samples=512",
            "--batch=80",
            "--threads=1",
            "--steps=3",
            "--precision=single",
            "--no-peers");
    assertThat(rows).hasSize(2);
    checkErrors(rows);
    for (JsonNode row : rows) {
      // Runs this short may not be compiled yet, and the machine may be busy.
      assertThat(row.get("rooflineShare").asDouble()).isPositive().isLessThan(2);
      assertThat(row.get("boundBy").asText()).isIn("memory", "arithmetic");
      assertThat(row.get("runSteps").asInt()).isEqualTo(3);
      assertThat(row.get("samplesPerSecond").asDouble() * row.get("step_s").asDouble())
          .isCloseTo(512.0 * 80 * row.get("modes").asInt(), within(0.1));
    }
    assertThat(rows.getLast().get("model").asText()).isEqualTo("manakov");
  }

  @Test
  void devicesCountLaunchesAndBytes() throws IOException {
    assumeTrue(
        Engines.providers().stream()
            .anyMatch(each -> each.name().equals("opencl") && each.unavailable().isEmpty()),
        "no OpenCL device is present");
    List<JsonNode> rows =
        rows(
            "--engine=opencl",
            "--device=0",
            "--model=manakov",
            "--samples=512",
            "--batch=1,4",
            "--steps=5",
            "--precision=single",
            "--no-peers");
    assertThat(rows).hasSize(2);
    checkErrors(rows);
    for (JsonNode row : rows) {
      assertThat(row.get("launchesPerStep").asDouble()).isEqualTo(1.0 / 5);
      assertThat(row.get("bytesPerStep").asDouble() * 5)
          .isGreaterThan(2.0 * 512 * 2 * row.get("batch").asInt() * 8);
      for (String column :
          List.of("rooflineShare", "peak_flop_per_s", "memory_B_per_s", "localMemory_B_per_s")) {
        assertThat(row.get(column).asDouble()).as(column).isPositive();
      }
      assertThat(row.get("boundBy").asText()).isIn("memory", "local", "arithmetic");
    }
  }

  @Test
  void aRecordThatCannotBeWrittenIsRefusedBeforeAnythingRuns(@TempDir Path folder) {
    assertThat(record(folder.resolve("missing").resolve("record.jsonl"))).isEqualTo(2);
    assertThat(err.toString()).contains("expected a file or a folder that can be written");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void rowsOfARecordOnAFullDiskGoToTheTable() {
    assertThat(record(Path.of("/dev/full"))).isEqualTo(1);
    assertThat(err.toString()).contains("record /dev/full: not written from here on");
    assertThat(out.toString()).contains("| lightpath reference |");
  }

  private int record(Path file) {
    return run(
        "--engine=reference",
        "--threads=1",
        "--samples=16",
        "--batch=1",
        "--precision=double",
        "--turn=0.001",
        "--turns=1",
        "--no-peers",
        "--record=" + file);
  }

  @Test
  void recordsHoldConditionsAndRows(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("record.jsonl");
    for (int i = 0; i < 2; i++) {
      rows(
          "--engine=all",
          "--samples=64",
          "--batch=1",
          "--threads=1",
          "--precision=single",
          "--no-peers",
          "--record=" + file);
      out.getBuffer().setLength(0);
    }
    List<String> lines = Files.readAllLines(file);
    JsonNode conditions = JSON.readTree(lines.getFirst());
    assertThat(conditions.get("record").asText()).isEqualTo("bench fiber");
    assertThat(conditions.get("command").asText()).contains("--samples=64");
    assertThat(conditions.get("devices")).isNotEmpty();
    for (String key : List.of("date", "commit", "jdk", "os")) {
      assertThat(conditions.get(key).asText()).as(key).isNotBlank();
    }
    List<String> keys = new ArrayList<>();
    JSON.readTree(lines.get(1)).fieldNames().forEachRemaining(keys::add);
    assertThat(keys).isEqualTo(new FiberTable().columns().names());
    int perRun = lines.size() / 2;
    assertThat(lines.size()).isEqualTo(2 * perRun).isGreaterThanOrEqualTo(4);
    assertThat(JSON.readTree(lines.get(perRun)).has("record")).as("appended").isTrue();
    assertThat(lines).noneMatch(line -> line.contains("lightpath reference"));
  }

  @Test
  void otherFormatsHaveARowForEachCase() {
    String[] arguments = {
      "--engine=cpu", "--samples=64", "--batch=1", "--threads=1", "--turn=0.01", "--no-peers"
    };
    for (String format : List.of("csv", "md")) {
      out.getBuffer().setLength(0);
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--turns=1", "--format=" + format));
      assertThat(run(all.toArray(String[]::new))).isZero();
      assertThat(out.toString().lines()).hasSize(format.equals("csv") ? 3 : 4);
    }
  }

  @Test
  void lengthsThatCannotBeTransformedAreRefusedWithTheirNeighbours() {
    assertThat(run("--samples", "4097")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("4096 and 4116");
  }
}
