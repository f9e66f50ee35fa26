package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void theStepPlanTellsOfTheWholeFibreAndTheReferenceHasItsTable() throws IOException {
    Path out = run(SmallExperiments.PULSE);
    JsonNode summary = Json.read(out.resolve("summary.json"));
    assertThat(summary.path("stepPlan").asText())
        .isEqualTo("40 equal steps over 5 km, saved at 4 positions");
    assertThat(summary.path("metrics").path("timeOfPeak_s").asDouble()).isZero();
    assertThat(summary.path("metrics").path("spectralPeak_Hz").asDouble()).isZero();
    Table comparison = ArrowFile.read(out.resolve("plots/data/comparison.arrow"));
    // A soliton keeps its width: 2 ln(1 + √2) T₀, to the linear interpolation between samples.
    double width = 2 * Math.log(1 + Math.sqrt(2)) * 10e-12;
    assertThat(comparison.reals("expected")[1]).isCloseTo(width, within(1e-3 * width));
    assertThat(comparison.reals("simulated")[1]).isCloseTo(width, within(1e-3 * width));
    for (double error : comparison.reals("error_rel")) {
      assertThat(error).isBetween(-1e-3, 1e-3);
    }
    assertThat(ArrowFile.read(out.resolve("results.arrow")).has("referenceFwhm_s")).isTrue();
  }

  @Test
  void aSeededWaveIsJudgedByTheGainOfItsSideband() throws IOException {
    Path out = run(SmallExperiments.WAVE);
    JsonNode summary = Json.read(out.resolve("summary.json"));
    JsonNode metrics = summary.path("metrics");
    // cosh²(1); the bin nearest to the peak of the gain is 0.2 GHz off it, where it is flat.
    double gain = Math.pow(Math.cosh(1), 2);
    assertThat(metrics.path("sidebandGain").asDouble()).isCloseTo(gain, within(1e-4 * gain));
    assertThat(metrics.path("referenceSidebandGain").asDouble())
        .isCloseTo(gain, within(1e-4 * gain));
    assertThat(metrics.path("fwhm_s").isNull()).isTrue();
    assertThat(metrics.path("spectralPeak_Hz").asDouble()).isZero();
    assertThat(fieldNames(metrics)).doesNotContain("edgePower_rel", "rmsWidth_s");
    assertThat(summary.path("notes").path(0).asText()).contains("fwhm_s");
    Table results = ArrowFile.read(out.resolve("results.arrow"));
    assertThat(results.reals("sidebandPower_W")[0]).isCloseTo(1e-9, within(1e-14));
    double[] f =
        ArrowFile.read(out.resolve("plots/data/spectrumMap.arrow")).reals("frequencyOffset_Hz");
    assertThat(f[0]).isLessThan(-72e9);
    assertThat(f[f.length - 1]).isGreaterThan(72e9);
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page)
        .contains("Growth of the sideband", "sideband gain", "No map of power over time")
        .contains("No pulse width (fwhm_s)")
        .doesNotContain("Pulse width", "Power at the window", "no finite data");
  }

  @Test
  void aMissingGnModelIsExplainedInPlaceOfANull() throws IOException {
    String text = SmallExperiments.LINK + "receiver:\n  backPropagation: {}\n";
    JsonNode summary = Json.read(run(text).resolve("summary.json"));
    assertThat(fieldNames(summary.path("metrics"))).doesNotContain("gnSnr_dB");
    assertThat(summary.path("metrics")).allMatch(JsonNode::isNumber);
    assertThat(summary.path("notes").path(0).asText())
        .contains("gnSnr_dB", "takes nonlinearity back");
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
