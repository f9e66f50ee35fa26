package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** The Python peers run the same case and write the same rows as the command. */
class PeerScriptTest {
  private static final Path FOLDER = Path.of("..", "benchmarks", "peers").toAbsolutePath();

  @BeforeAll
  static void present() throws IOException, InterruptedException {
    assumeTrue(works("import numpy"), "python3 with numpy is not present");
  }

  private static boolean works(String program) throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", program)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  /** Standard output of a call of Python in the folder of the script. */
  private static String python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("peers", ".log");
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectError(log.toFile()).start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    Files.delete(log);
    return text;
  }

  @Test
  void inputIsTheSame() throws IOException, InterruptedException {
    String[] numbers =
        python(
                "-c",
                "import split_step_peers as s; print(*s.drawn(8, 2, 2).view(float).ravel().tolist())")
            .split(" ");
    try (ComplexField input = new StepCase(StepModel.MANAKOV, 8, 2, Precision.DOUBLE).input()) {
      assertThat(numbers).hasSize(2 * 2 * 2 * 8);
      for (int i = 0; i < numbers.length; i++) {
        assertThat(Double.parseDouble(numbers[i])).isCloseTo(input.real(i), within(1e-14));
      }
    }
  }

  @Test
  void rowsHaveTheColumnsOfTheCommandAndErrorsOfTheirPrecision()
      throws IOException, InterruptedException {
    JsonNode rows =
        new ObjectMapper()
            .readTree(
                python(
                    "split_step_peers.py",
                    "--peers=numpy,lkb,sionna",
                    "--device=cpu",
                    "--model=scalar,manakov",
                    "--samples=128",
                    "--batch=2",
                    "--steps=3",
                    "--turn=0.01",
                    "--turns=1"));
    assertThat(rows).hasSize(3 * 2 * 2);
    for (JsonNode row : rows) {
      List<String> keys = new ArrayList<>();
      row.fieldNames().forEachRemaining(keys::add);
      assertThat(new FiberTable().columns().names()).containsSubsequence(keys);
      assertThat(row.get("step_s").asDouble()).isPositive();
      boolean firstOrder = row.get("contender").asText().equals("peer lkb");
      double u = row.get("precision").asText().equals("single") ? 0x1p-24 : 0x1p-53;
      double error = row.get("relativeError").asDouble();
      assertThat(error).as(row.toString()).isLessThan(firstOrder ? 1 : 2000 * u);
      assertThat(error > 0.01).as(row.toString()).isEqualTo(firstOrder);
    }
  }

  @Test
  void operandsAreTheSame() throws IOException, InterruptedException {
    String[] numbers =
        python(
                "-c",
                "import matmul_peers as m; print(*m.drawn((2, 5, 60), m.RIGHT).ravel().tolist())")
            .split(" ");
    try (RealMatrix right = new ProductCase(2, 3, 60, 5, Precision.DOUBLE).right()) {
      assertThat(numbers).hasSize(2 * 5 * 60);
      for (int i = 0; i < numbers.length; i++) {
        assertThat(Double.parseDouble(numbers[i])).isCloseTo(right.real(i), within(1e-15));
      }
    }
  }

  @Test
  void productsHaveTheColumnsOfTheCommandAndTheirErrorOrNoise()
      throws IOException, InterruptedException {
    JsonNode rows =
        new ObjectMapper()
            .readTree(
                python(
                    "matmul_peers.py",
                    "--peers=numpy",
                    "--device=cpu",
                    "--size=80x70x60",
                    "--memory=5e6",
                    "--threads=1",
                    "--turn=0.01",
                    "--turns=1"));
    assertThat(rows).hasSize(4 * 2);
    for (JsonNode row : rows) {
      assertThat(new ProductTable().columns().names()).containsSubsequence(BenchRun.keys(row));
      String effect = row.get("effect").asText();
      boolean single = row.get("precision").asText().equals("single");
      assertThat(row.get("extrapolated").asBoolean()).isEqualTo(effect.equals("per multiply"));
      assertThat(row.get("costOfNoise").asDouble()).isPositive();
      if (effect.equals("noiseless")) {
        double u = single ? 0x1p-24 : 0x1p-53;
        assertThat(row.get("relativeError").asDouble()).isBetween(u / 100, 20 * u);
        assertThat(row.get("noiseDeviationRatio").isNull()).isTrue();
      } else {
        // At least 8 rows of 70 outputs: the deviation of a deviation is 1/√(2·560) = 3 %.
        assertThat(row.get("noiseDeviationRatio").asDouble()).isCloseTo(1, within(0.15));
        assertThat(row.get("relativeError").isNull()).isTrue();
      }
    }
  }

  @Test
  void meshesStayUnitary() throws IOException, InterruptedException {
    JsonNode rows =
        new ObjectMapper()
            .readTree(
                python(
                    "mesh_peers.py",
                    "--peers=numpy",
                    "--device=cpu",
                    "--size=9,16",
                    "--turn=0.01",
                    "--turns=1"));
    assertThat(rows).hasSize(2 * 2);
    for (JsonNode row : rows) {
      double u = row.get("precision").asText().equals("single") ? 0x1p-24 : 0x1p-53;
      // A few roundings in each of at most 16 columns; exact zero would mean that nothing passed.
      assertThat(row.get("unitarityError").asDouble()).isBetween(u / 100, 16 * 8 * u);
      assertThat(row.get("run_s").asDouble()).isPositive();
    }
  }
}
