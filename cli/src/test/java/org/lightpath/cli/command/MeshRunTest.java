package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.datasets.table.Table;

/** What a run of a mesh says, against closed forms. */
class MeshRunTest {
  private static final String PLAIN =
      """
      kind: mesh
      mesh: {modes: 16}
      chips: 4
      """;

  @TempDir Path folder;

  private SmallRun plain(String... options) throws IOException {
    return SmallRun.of(folder, PLAIN, options);
  }

  @Test
  void aMeshRunHoldsTheContractsMetricsForBothArrangements() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallCores.MESH);
    assertThat(run.metrics())
        .contains("fidelity", "amplitudeError_rel", "insertionLoss_dB", "decompositionError_abs")
        .contains("fidelityReck", "amplitudeErrorReck_rel", "insertionLossReck_dB");
    // Without errors: rounding of 16 columns.
    assertThat(run.metric("fidelity")).isCloseTo(1, offset(1e-13));
    assertThat(run.metric("decompositionError_abs")).isLessThan(1e-13);
    assertThat(run.metric("insertionLoss_dB")).isZero();
    assertThat(run.table().texts("layout")).containsSubsequence("clements", "reck");
    assertThat(run.data("chips").rows()).isEqualTo(4 * 2 * 40);
  }

  /**
   * F = e^(−2(N−1)s² − (N−1)σ²) and E² = 2(1 − e^(−(N−1)s² − Nσ²/2)), to four standard errors of the
   * mean over the chips, and a few per cent of the loss of fidelity for the finite size.
   */
  @Test
  void fidelityHasItsClosedForm() throws IOException {
    Table table = SmallRun.of(folder, SmallCores.MESH).table();
    double[] s = table.reals("splitterError_rad");
    double[] sigma = table.reals("phaseError_rad");
    double[] fidelity = table.reals("fidelity");
    double[] deviation = table.reals("fidelityDeviation");
    for (int i = 0; i < s.length; i++) {
      double expected = Math.exp(-15 * (2 * s[i] * s[i] + sigma[i] * sigma[i]));
      double error = Math.sqrt(-2 * Math.expm1(-15 * s[i] * s[i] - 8 * sigma[i] * sigma[i]));
      assertThat(table.reals("fidelityExpected")[i]).isCloseTo(expected, offset(1e-14));
      assertThat(table.reals("amplitudeErrorExpected_rel")[i]).isCloseTo(error, offset(1e-14));
      if (table.texts("layout").get(i).equals("clements")) {
        double spread = 4 * deviation[i] / Math.sqrt(40) + 1e-12;
        assertThat(fidelity[i])
            .as("s = %s, σ = %s", s[i], sigma[i])
            .isCloseTo(expected, within(spread + 0.1 * (1 - expected)));
      }
    }
  }

  @Test
  void casesOfAGridAreNamedByTheirErrors() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallCores.MESH);
    JsonNode batch = run.summary().path("batch");
    assertThat(batch.path("parameter").asText()).isEqualTo("pair of errors");
    assertThat(batch.path("values"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "s 0 rad, σ 0 rad",
            "s 0.05 rad, σ 0 rad",
            "s 0 rad, σ 0.05 rad",
            "s 0.05 rad, σ 0.05 rad");
    assertThat(run.out()).contains("\n  s 0.05 rad, σ 0.05 rad  ");
    assertThat(run.out().lines().mapToInt(String::length).max().orElse(0)).isLessThan(120);
    assertThat(run.path().resolve("report.html"))
        .content()
        .contains("s 0.05 rad, σ 0.05 rad")
        .doesNotContain("pair of errors 1");
  }

  /** Light crosses N − 1 interferometers in the mean: N(N − 1)/2 of them have two modes each. */
  @Test
  void lossAddsUpOverTheColumns() throws IOException {
    SmallRun run = plain("--set", "errors.loss=0.1 dB");
    assertThat(run.metric("insertionLoss_dB")).isCloseTo(1.5, offset(0.15));
    assertThat(run.table().reals("fidelityExpected")[0]).isNaN();
    assertThat(run.summary().path("closedForm").asText()).startsWith("none");
  }

  /** Steps of 2π/2^b: the error halves with each bit. */
  @Test
  void bitsOfThePhasesHalveTheError() throws IOException {
    double six = plain("--set", "errors.bits=6").metric("amplitudeError_rel");
    double nine = plain("--set", "errors.bits=9").metric("amplitudeError_rel");
    assertThat(six / nine).isCloseTo(8, within(1.6));
  }

  @Test
  void heatLowersTheFidelity() throws IOException {
    String heat =
        "errors.crosstalk={columnPitch: 100 um, modePitch: 40 um, armSpacing: 20 um, cutoff: 200 um}";
    double fidelity = plain("--set", heat).metric("fidelity");
    assertThat(fidelity).isBetween(0.0, 0.99999);
  }

  @Test
  void selfConfigurationCorrectsPhasesFully() throws IOException {
    String[] errors = {"--set", "errors.phase=0.1 rad"};
    String[] corrected = {"--set", "errors.phase=0.1 rad", "--set", "selfConfigure=true"};
    assertThat(plain(errors).metric("fidelity")).isLessThan(0.95);
    SmallRun run = plain(corrected);
    assertThat(run.metric("fidelity")).isCloseTo(1, offset(1e-9));
    assertThat(run.metrics()).contains("clippedSettings");
  }

  @Test
  void aFileGivesTheBytesOfTheSameTarget() throws IOException {
    int n = 16;
    double[] pairs = new double[2 * n * n];
    for (int i = 0; i < n * n; i++) {
      double angle = -2 * Math.PI * ((long) (i / n) * (i % n) % n) / n;
      pairs[2 * i] = Math.cos(angle) / Math.sqrt(n);
      pairs[2 * i + 1] = Math.sin(angle) / Math.sqrt(n);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("dft.npy"))) {
      NpyFile.write(new NpyArray(new int[] {n, n}, true, pairs), out);
    }
    SmallRun fourier = plain("--set", "mesh.target=fourier", "--set", "errors.splitter=0.02 rad");
    SmallRun file =
        plain(
            "--set",
            "mesh.target=file",
            "--set",
            "mesh.file=dft.npy",
            "--set",
            "errors.splitter=0.02 rad");
    assertThat(file.results()).hasSameBinaryContentAs(fourier.results());
    assertThat(fourier.metric("fidelity")).isLessThan(0.9999);
    SmallRun random = plain("--set", "errors.splitter=0.02 rad");
    assertThat(Files.mismatch(random.results(), file.results())).isNotNegative();
  }

  @Test
  void bothMethodsOfCompositionAgree() throws IOException {
    String[] blocks = {"--set", "errors.splitter=0.05 rad"};
    String[] columns = {"--set", "errors.splitter=0.05 rad", "--set", "method=columns"};
    // Rounding of 16 columns in double precision.
    assertThat(plain(columns).metric("fidelity"))
        .isCloseTo(plain(blocks).metric("fidelity"), offset(1e-13));
  }

  /** A chip is drawn by its own seed: how many there are beside it does not matter. */
  @Test
  void chipsDoNotDependOnOneAnother() throws IOException {
    String[] four = {"--set", "errors.splitter=0.05 rad"};
    String[] nine = {"--set", "errors.splitter=0.05 rad", "--set", "chips=9"};
    double[] few = plain(four).data("chips").reals("fidelity");
    double[] many = plain(nine).data("chips").reals("fidelity");
    assertThat(Arrays.copyOf(many, few.length)).isEqualTo(few);
    assertThat(few[0]).isNotEqualTo(few[1]);
  }
}
