package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.run.Json;

/** What runs of cores and meshes share: bytes, folders, dry runs, reports. */
class CoreAndMeshRunTest {
  static final String[] RUNS = {
    SmallCores.HOMODYNE,
    SmallCores.HOMODYNE + "receiver: {shot: counted}\n",
    SmallCores.COHERENT,
    SmallCores.WEIGHT_BANK,
    SmallCores.INCOHERENT,
    SmallCores.MESH_CORE,
    SmallCores.MESH
  };

  /** As a word: pictures are text too. */
  private static final String NO_NUMBER = "[>\\s\u2212\"(-](NaN|Infinity)\\b";

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("RUNS")
  void theSameExperimentGivesTheSameBytes(String text) throws IOException {
    SmallRun one = SmallRun.of(folder, text, "--threads", "1");
    SmallRun two = SmallRun.of(folder, text, "--threads", "3");
    assertThat(two.results()).hasSameBinaryContentAs(one.results());
    SmallRun other = SmallRun.of(folder, text, "--threads", "1", "--seed", "2");
    assertThat(Files.mismatch(other.results(), one.results())).isNotNegative();
  }

  @ParameterizedTest
  @FieldSource("RUNS")
  void theResolvedExperimentRunsToTheSameBytes(String text) throws IOException {
    SmallRun first = SmallRun.of(folder, text);
    Path resolved = first.path().resolve("resolved.json");
    SmallRun again = SmallRun.of(folder, Files.readString(resolved));
    assertThat(again.results()).hasSameBinaryContentAs(first.results());
    assertThat(again.path().resolve("resolved.json")).hasSameBinaryContentAs(resolved);
  }

  @ParameterizedTest
  @FieldSource("RUNS")
  void theFolderIsThatOfTheContract(String text) throws IOException {
    SmallRun run = SmallRun.of(folder, text);
    JsonNode summary = run.summary();
    assertThat(summary.path("status").asText()).isEqualTo("completed");
    assertThat(summary.path("metrics")).isNotEmpty().allMatch(JsonNode::isNumber);
    assertThat(summary.path("warnings")).isEmpty();
    assertThat(summary.path("cases").size()).isEqualTo(summary.path("batch").path("values").size());
    assertThat(run.path())
        .isDirectoryContaining("glob:**/experiment.yaml")
        .isDirectoryContaining("glob:**/resolved.json")
        .isDirectoryContaining("glob:**/run.log")
        .isDirectoryNotContaining("glob:**/checkpoint");
    assertThat(run.out()).contains("run folder: ", "report: ");
  }

  @ParameterizedTest
  @FieldSource("RUNS")
  void theReportIsRenderedAgainWithNothingMissing(String text) throws IOException {
    SmallRun run = SmallRun.of(folder, text);
    Path report = run.path().resolve("report.html");
    String before = Files.readString(report);
    boolean mesh = text.contains("kind: mesh");
    assertThat(before)
        .contains(mesh ? ">Fidelity<" : ">Accuracy<", ">Model<", ">Timing and throughput<")
        .doesNotContain("class=\"missing\"")
        .doesNotContainPattern(NO_NUMBER);
    for (String figure : figures(text)) {
      assertThat(run.path().resolve("plots/" + figure + ".svg")).isNotEmptyFile();
      assertThat(run.path().resolve("plots/" + figure + ".png")).isNotEmptyFile();
    }
    Files.delete(report);
    assertThat(Console.run("report", run.path().toString()).code()).isZero();
    assertThat(Files.readString(report)).hasSameSizeAs(before);
  }

  private static List<String> figures(String text) {
    if (text.contains("kind: mesh")) {
      return List.of("fidelity-splitter", "fidelity-phase", "fidelity-map", "chips", "phase-map");
    }
    return text.contains("[") ? List.of("error", "enob", "error-histogram") : List.of("energy-0");
  }

  @Test
  void aDryRunTellsTheWorkAndWritesNothing() throws IOException {
    String core = dryRun(SmallCores.HOMODYNE);
    assertThat(core)
        .contains("product: M = 64, N = 64, K = 64", "4 runs", "device memory:", "expected time:")
        .contains("multiply-accumulate operations: " + 3 * 4 * 64 * 64 * 64)
        .contains("\"photonsPerMac\"");
    String mesh = dryRun(SmallCores.MESH);
    assertThat(mesh)
        .contains("clements and reck mesh of 16 modes", "4 cases of 40 chips")
        .contains("fields: 640 (batch 40, modes 16) of 16 samples", "expected time:")
        .contains("\"selfConfigure\"");
  }

  private String dryRun(String text) throws IOException {
    Path file = SmallExperiments.write(folder, text);
    Path out = folder.resolve("dry");
    Console console = Console.run("run", file.toString(), "--dry-run", "--out", out.toString());
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(out).doesNotExist();
    return console.out();
  }

  @Test
  void schemasOfBothKindsAreJson() throws IOException {
    for (String kind : List.of("core", "mesh")) {
      Console console = Console.run("schema", kind);
      assertThat(console.code()).isZero();
      Path file = folder.resolve("schema.json");
      Files.writeString(file, console.out());
      assertThat(Json.read(file).has("$schema")).isTrue();
    }
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        example("homodyne-core.yaml", "product.rows=8", "product.inner=64", "draws=2"),
        example("weight-bank.yaml", "product.rows=8"),
        example("coherent-crossbar.yaml", "product.rows=12", "draws=1"),
        example("lightening-transformer.yaml", "product.rows=12"),
        example("albireo.yaml", "product.rows=12"),
        example("mesh-errors.yaml", "mesh.modes=12", "chips=3"));
  }

  private static Arguments example(String name, String... smaller) {
    return Arguments.of(name, List.of(smaller));
  }

  /** Smaller than shipped: what is drawn is the same. */
  @ParameterizedTest
  @MethodSource("examples")
  void nothingIsMissingInTheReportsOfTheExamples(String name, List<String> smaller)
      throws IOException {
    Path example = ExamplesTest.shipped().resolve(name);
    Path out = folder.resolve("out");
    List<String> arguments = new ArrayList<>(List.of("run", example.toString()));
    arguments.addAll(List.of("--out", out.toString()));
    smaller.forEach(replacement -> arguments.addAll(List.of("--set", replacement)));
    Console console = Console.run(arguments.toArray(String[]::new));
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(out.resolve("report.html"))
        .content()
        .contains("<svg")
        .doesNotContain("class=\"missing\"")
        .doesNotContainPattern(NO_NUMBER);
  }
}
