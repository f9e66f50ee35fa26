package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.run.Json;
import org.lightpath.datasets.table.ArrowFile;
import org.lightpath.datasets.table.Table;

/** A run writes the folder that the contract promises. */
class RunTest {
  @TempDir Path folder;

  private Path run(String text, String... options) throws IOException {
    Path out = folder.resolve("run" + folder.toFile().list().length);
    Path file = SmallExperiments.write(folder, text);
    String[] arguments =
        Stream.concat(
                Stream.of("run", file.toString(), "--out", out.toString()), Stream.of(options))
            .toArray(String[]::new);
    Console console = Console.run(arguments);
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    return out;
  }

  private static List<String> fieldNames(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void aPulseRunHoldsTheContractsMetrics() throws IOException {
    Path out = run(SmallExperiments.PULSE);
    JsonNode summary = Json.read(out.resolve("summary.json"));
    assertThat(fieldNames(summary))
        .contains("schemaVersion", "kind", "name", "status", "engine", "precision", "seed")
        .contains("steps", "transforms", "elapsed_s", "computeElapsed_s", "bytesUploaded")
        .contains("bytesDownloaded", "peakDeviceMemory_bytes", "metrics", "provenance");
    assertThat(summary.path("status").asText()).isEqualTo("completed");
    assertThat(fieldNames(summary.path("metrics")))
        .contains("peakPower_W", "fwhm_s", "energy_J", "energyError_rel", "photonNumberError_rel")
        .contains("spectralPeak_Hz", "timeOfPeak_s", "band20dBLow_m", "band20dBHigh_m")
        .contains("referenceError_rel");
    assertThat(fieldNames(summary.path("provenance")))
        .contains("version", "gitCommit", "jdk", "os", "command");
    assertThat(summary.path("provenance").path("version").asText()).doesNotContain("$");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("experiment.yaml")).hasContent(SmallExperiments.PULSE);
    assertThat(out.resolve("run.log")).isNotEmptyFile();
    Table results = ArrowFile.read(out.resolve("results.arrow"));
    assertThat(results.reals("z_m")).containsExactly(0, 1250, 2500, 3750, 5000);
    Table fields = ArrowFile.read(out.resolve("fields.arrow"));
    assertThat(fields.series("re").width()).isEqualTo(512);
  }

  /**
   * Ten steps to a dispersion length: the symmetric split step errs as h², 5.7e-4 after ten such
   * lengths with 40 steps to each (docs of the default rule), so 5.7e-5 after one.
   */
  @Test
  void theSolitonAgreesWithItsClosedForm() throws IOException {
    Path out = run(SmallExperiments.PULSE);
    double error =
        Json.read(out.resolve("summary.json"))
            .path("metrics")
            .path("referenceError_rel")
            .asDouble();
    assertThat(error).isBetween(5.7e-6, 5.7e-4);
  }

  @Test
  void aLinkRunHoldsTheContractsMetrics() throws IOException {
    Path out = run(SmallExperiments.LINK);
    JsonNode summary = Json.read(out.resolve("summary.json"));
    assertThat(fieldNames(summary.path("metrics")))
        .contains("launchPower_dBm", "receivedPower_dBm", "snr_dB", "snrMin_dB", "ber")
        .contains("gmi_bit", "osnr_dB", "stepError_rel");
    assertThat(summary.path("batch").path("values")).hasSize(2);
    assertThat(summary.path("cases")).hasSize(2);
    Table results = ArrowFile.read(out.resolve("results.arrow"));
    assertThat(results.wholes("case")).containsExactly(0, 1);
    assertThat(results.has("gnSnr_dB")).isTrue();
  }

  @Test
  void theSameExperimentGivesTheSameBytes() throws IOException {
    for (String text : List.of(SmallExperiments.PULSE, SmallExperiments.LINK)) {
      Path one = run(text, "--threads", "1");
      Path two = run(text, "--threads", "2");
      assertThat(two.resolve("results.arrow")).hasSameBinaryContentAs(one.resolve("results.arrow"));
    }
  }

  @Test
  void theResolvedExperimentRunsToTheSameBytes() throws IOException {
    for (String text : List.of(SmallExperiments.PULSE, SmallExperiments.LINK)) {
      Path first = run(text);
      Path again = run(Files.readString(first.resolve("resolved.json")));
      assertThat(again.resolve("results.arrow"))
          .hasSameBinaryContentAs(first.resolve("results.arrow"));
      assertThat(again.resolve("resolved.json"))
          .hasSameBinaryContentAs(first.resolve("resolved.json"));
    }
  }

  @Test
  void anotherSeedGivesOtherNoise() throws IOException {
    Path one = run(SmallExperiments.LINK, "--seed", "1");
    Path two = run(SmallExperiments.LINK, "--seed", "2");
    assertThat(ArrowFile.read(one.resolve("results.arrow")).reals("snr_dB"))
        .isNotEqualTo(ArrowFile.read(two.resolve("results.arrow")).reals("snr_dB"));
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    Path file = SmallExperiments.write(folder, SmallExperiments.LINK);
    Path out = folder.resolve("dry");
    Console console = Console.run("run", file.toString(), "--dry-run", "--out", out.toString());
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("spans 1-3:", "steps:", "transforms:", "device memory:", "expected time:")
        .contains("\"noiseFigure\"");
    assertThat(out).doesNotExist();
  }

  @Test
  void theReportIsRenderedAgainFromTheFolderAlone() throws IOException {
    Path out = run(SmallExperiments.PULSE);
    Path report = out.resolve("report.html");
    String before = Files.readString(report);
    Files.delete(report);
    assertThat(Console.run("report", out.toString()).code()).isZero();
    assertThat(Files.readString(report)).hasSameSizeAs(before);
    assertThat(Console.run("report", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void aCompletedRunIsNotRunAgain() throws IOException {
    Path out = run(SmallExperiments.PULSE);
    Path file = folder.resolve("experiment.yaml");
    Console console = Console.run("run", file.toString(), "--out", out.toString(), "--resume");
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("already completed");
    Console other =
        Console.run(
            "run", file.toString(), "--out", out.toString(), "--resume", "--set", "length=4 km");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("another experiment");
  }
}
