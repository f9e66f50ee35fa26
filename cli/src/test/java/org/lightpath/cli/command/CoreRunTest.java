package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;

/** What a run of one matrix core says, against closed forms and published numbers. */
class CoreRunTest {
  static final String[] CORES = {
    SmallCores.HOMODYNE,
    SmallCores.COHERENT,
    SmallCores.WEIGHT_BANK,
    SmallCores.INCOHERENT,
    SmallCores.MESH_CORE
  };

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("CORES")
  void everyCoreHoldsTheContractsMetrics(String text) throws IOException {
    SmallRun run = SmallRun.of(folder, text);
    assertThat(run.metrics())
        .contains("snr_dB", "enob_bit", "relativeError", "bias_rel", "simulationRate_MACPerS");
    if (text.contains("photonsPerMac")) {
      assertThat(run.metrics()).contains("photonsPerMac");
    }
    if (text.contains("hardware") || text.contains("architecture")) {
      assertThat(run.metrics())
          .contains("energyPerMac_J", "powerEfficiency_mWPerTops", "throughput_MACPerS");
    }
    double error = run.metric("relativeError");
    double snr = -20 * Math.log10(error);
    assertThat(run.metric("snr_dB")).isCloseTo(snr, offset(1e-9));
    assertThat(run.metric("enob_bit")).isCloseTo((snr - 1.76) / 6.02, offset(1e-9));
    assertThat(run.table().reals("relativeError_rel")[0]).isEqualTo(error);
    assertThat(run.summary().path("macs").asLong()).isPositive();
  }

  /**
   * 1/√n in the mean over random operands. The power of 64 · 64 outputs, which the error is divided
   * by, is known to √(2/4096), so its root to half of that; four of them are allowed. The draws are
   * those of every case, so that ratios hold to rounding.
   */
  @Test
  void shotNoiseOfAHomodyneCoreHasItsClosedForm() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallCores.HOMODYNE);
    double[] error = run.table().reals("relativeError_rel");
    double[] photons = {1, 10, 1000};
    for (int i = 0; i < photons.length; i++) {
      assertThat(error[i] * Math.sqrt(photons[i]))
          .isCloseTo(1, offset(4 * Math.sqrt(2.0 / 4096) / 2));
      assertThat(run.table().reals("quantumLimit_rel")[i])
          .isCloseTo(1 / Math.sqrt(photons[i]), withinPercentage(400 * Math.sqrt(2.0 / 4096) / 2));
    }
    assertThat(error[0] / error[2]).isCloseTo(Math.sqrt(1000), withinPercentage(1e-6));
  }

  /**
   * Equal to the printed digits; Albireo's 22.7 W is a sum of parts that are rounded themselves.
   */
  @Test
  void publishedEnergiesComeOut() throws IOException {
    SmallRun lightening = SmallRun.of(folder, SmallCores.COHERENT);
    assertThat(lightening.metric("powerEfficiency_mWPerTops")).isCloseTo(106.717, offset(5e-4));
    SmallRun further =
        SmallRun.of(folder, SmallCores.COHERENT, "--set", "architecture.linkLoss=4.96 dB");
    assertThat(further.metric("powerEfficiency_mWPerTops")).isCloseTo(118.6, offset(0.05));
    SmallRun albireo = SmallRun.of(folder, SmallCores.INCOHERENT);
    assertThat(albireo.metric("power_W")).isCloseTo(22.7, offset(0.1));
    assertThat(albireo.metric("energyPerMac_J") * albireo.metric("throughput_MACPerS"))
        .isCloseTo(albireo.metric("power_W"), withinPercentage(1e-9));
  }

  /** 64 · 64 dot products side by side, one term of each in a symbol. */
  @Test
  void throughputIsThatOfTheArray() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallCores.HOMODYNE);
    assertThat(run.metric("throughput_MACPerS")).isCloseTo(64 * 64 * 10e9, withinPercentage(1e-9));
  }

  /**
   * Values spread over [−1, 1] in steps Δ = 2/(2^b − 1) err by Δ²/12 of 1/3 each, two operands
   * twice that: Δ/√2. The powers of 128 · 128 outputs and of their errors are known to √(2/16384)
   * each, and share their operands: four times twice that.
   */
  @Test
  void bitsOfTheOperandsHaveTheirClosedForm() throws IOException {
    String ideal =
        SmallCores.COHERENT
            .replace("spacing: 0.4 nm", "coupler: ideal")
            .replace("light:\n  photonsPerMac: 3000\n", "")
            .replace("receiver:\n  bits: 8\n  noiseCurrent: 10 pA/rtHz\n", "")
            .replace("bits: 4", "bits: [4, 8]")
            .replace("rows: 32, columns: 32, inner: 48", "rows: 128, columns: 128, inner: 192");
    double[] error = SmallRun.of(folder, ideal).table().reals("relativeError_rel");
    assertThat(error[0]).isCloseTo(2 / 15.0 / Math.sqrt(2), withinPercentage(9));
    assertThat(error[1]).isCloseTo(2 / 255.0 / Math.sqrt(2), withinPercentage(9));
  }

  @Test
  void crosstalkOfABankIsCompensatedAndFallsWithTheSpacing() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallCores.WEIGHT_BANK);
    double[] error = run.table().reals("relativeError_rel");
    double[] raw = run.table().reals("rawError_rel");
    double[] law = run.table().reals("lawError_rel");
    for (int i = 0; i < raw.length; i++) {
      assertThat(error[i]).isLessThan(raw[i]);
      double ratio = 0.1 / new double[] {0.4, 0.8, 1.6}[i];
      assertThat(law[i]).isCloseTo(Math.PI * Math.PI / 12 * ratio * ratio, withinPercentage(1e-9));
    }
    assertThat(raw[0]).isGreaterThan(2 * raw[1]);
    assertThat(raw[1]).isGreaterThan(2 * raw[2]);
    SmallRun uncorrected =
        SmallRun.of(folder, SmallCores.WEIGHT_BANK, "--set", "core.compensation=raw");
    assertThat(uncorrected.table().reals("relativeError_rel")).isEqualTo(raw);
    assertThat(uncorrected.metrics()).doesNotContain("rawError_rel");
  }

  /** Half the swing is a quarter of the signal's power; the bias sends more light. */
  @Test
  void signsByOffsetCostSignal() throws IOException {
    double rails = SmallRun.of(folder, SmallCores.INCOHERENT).metric("snr_dB");
    double offset =
        SmallRun.of(folder, SmallCores.INCOHERENT, "--set", "core.signs=offset").metric("snr_dB");
    assertThat(rails - offset).isBetween(3.0, 9.0);
  }

  /** Splitters that are wrong by s turn a weight by about s: the error grows with them. */
  @Test
  void aMeshCoreErrsByItsCouplers() throws IOException {
    String dark = SmallCores.MESH_CORE.replace("light:\n  photonsPerMac: 10000\n", "");
    double[] error = SmallRun.of(folder, dark).table().reals("relativeError_rel");
    assertThat(error[0]).isLessThan(1e-12);
    assertThat(error[1]).isBetween(0.02, 0.5);
  }

  /** One product of numbers from files, without any imperfection: the digital result. */
  @Test
  void operandsComeFromFiles() throws IOException {
    double[] left = new double[8 * 6];
    double[] right = new double[6 * 4];
    Arrays.setAll(left, i -> Math.sin(i + 1));
    Arrays.setAll(right, i -> Math.cos(i));
    write("a.npy", left, 8, 6);
    write("b.npy", right, 6, 4);
    String text =
        """
        kind: core
        core: {type: homodyne}
        product: {rows: 8, columns: 4, inner: 6}
        operands: {distribution: file, left: a.npy, right: b.npy}
        draws: 1
        """;
    SmallRun run = SmallRun.of(folder, text);
    assertThat(run.metric("relativeError")).isLessThan(1e-14);
    assertThat(run.summary().path("operands").asText()).contains("a.npy times b.npy");
    assertThat(run.summary().path("warnings")).isEmpty();

    SmallRun clipped = SmallRun.of(folder, text, "--set", "operands.leftScale=0.5");
    long beyond = Arrays.stream(left).filter(value -> Math.abs(value) > 0.5).count();
    assertThat(beyond).isPositive();
    assertThat(clipped.table().reals("clippedInputs")).containsExactly((double) beyond);
    String warning = clipped.summary().path("warnings").path(0).asText();
    assertThat(warning)
        .contains("clipped: %.3g %% of the inputs".formatted(100.0 * beyond / left.length))
        .contains("raise operands.leftScale");
    assertThat(clipped.out()).contains("warning: " + warning);
    assertThat(clipped.path().resolve("report.html"))
        .content()
        .contains("raise operands.leftScale");
    assertThat(clipped.metric("relativeError")).isGreaterThan(0.01);
  }

  private void write(String name, double[] values, int... shape) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      NpyFile.write(new NpyArray(shape, false, values), out);
    }
  }

  @Test
  void aReplacedValueRuns() throws IOException {
    SmallRun run =
        SmallRun.of(
            folder, SmallCores.HOMODYNE, "--set", "light.photonsPerMac=100", "--set", "draws=1");
    assertThat(run.metric("photonsPerMac")).isEqualTo(100);
    assertThat(run.summary().has("cases")).isFalse();
    JsonNode resolved = run.summary();
    assertThat(resolved.path("macs").asLong()).isEqualTo(64 * 64 * 64);
  }

  /** One output of one run has no distribution, and an exact one no finite SNR. */
  @Test
  void theSmallestProductRuns() throws IOException {
    String text = "kind: core\ncore: {type: homodyne}\ndraws: 1\n";
    String[] one = {
      "--set", "product.rows=1", "--set", "product.columns=1", "--set", "product.inner=1"
    };
    SmallRun run = SmallRun.of(folder, text, one);
    assertThat(run.metric("relativeError")).isZero();
    assertThat(run.summary().path("metrics").path("snr_dB").isNull()).isTrue();
    assertThat(run.summary().path("notes").path(0).asText()).contains("infinite", "snr_dB");
    assertThat(run.path().resolve("report.html")).content().contains("No distribution");
  }

  @Test
  void outputsThatAreNotFiniteFailTheRun() throws IOException {
    String text = SmallCores.HOMODYNE + "modulator: {relativeNoise: 1e200}\n";
    Path out = folder.resolve("run");
    String file = SmallExperiments.write(folder, text).toString();
    Console console = Console.run("run", file, "--out", out.toString());
    assertThat(console.code()).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("case 1: the outputs are not finite", "double precision");
    assertThat(out.resolve("results.arrow")).doesNotExist();
    assertThat(out.resolve("summary.json")).content().contains("\"failed\"");
  }

  /** A static phase error of 0.5 rad leaves cos 0.5 = 0.878 of the product, which is a gain. */
  @Test
  void calibrationTakesTheGainOut() throws IOException {
    String text = SmallCores.HOMODYNE.replace("[1, 10, 1000]", "1e5");
    String[] wrong = {"--set", "core.phaseOffset=0.5 rad"};
    String[] corrected = {"--set", "core.phaseOffset=0.5 rad", "--set", "receiver.calibrate=true"};
    SmallRun raw = SmallRun.of(folder, text, wrong);
    assertThat(raw.metric("relativeError")).isCloseTo(1 - Math.cos(0.5), offset(1e-3));
    SmallRun calibrated = SmallRun.of(folder, text, corrected);
    assertThat(calibrated.metric("relativeError")).isLessThan(0.02);
  }

  /** Light that was sized for a ratio gives it, and a time of the product and an area with it. */
  @Test
  void lightIsSizedForAnSnr() throws IOException {
    SmallRun run =
        SmallRun.of(
            folder,
            """
            kind: core
            core: {type: homodyne}
            product: {rows: 64, columns: 64, inner: 64}
            light: {snr: 25 dB, symbolRate: 10 GBd}
            receiver: {noiseCurrent: 10 pA/rtHz}
            hardware: {rows: 16, columns: 16}
            draws: 4
            """);
    // The draws of 16 384 outputs know the noise to 0.05 dB, those of the operands the signal to
    // 0.2.
    assertThat(run.metric("snr_dB")).isCloseTo(25, offset(0.3));
    assertThat(run.metric("photonsPerMac")).isGreaterThan(316);
    // 16 blocks of 64 symbols at 10 GBd.
    assertThat(run.metric("latency_s")).isCloseTo(16 * 64 / 10e9, offset(1e-15));
    assertThat(run.metric("utilisation_rel")).isEqualTo(1);
  }

  /**
   * White laser noise: √(RIN f_s/2) of each symbol's power, half of it from each laser's amplitude;
   * over K symbols of random sign it does not average out of the relative error.
   */
  @Test
  void laserNoiseIsThatOfEachSymbol() throws IOException {
    SmallRun run =
        SmallRun.of(
            folder,
            """
            kind: core
            core: {type: homodyne}
            product: {rows: 64, columns: 64, inner: 256}
            light: {symbolRate: 10 GBd}
            receiver: {intensityNoise: -140 dB/Hz}
            draws: 4
            """);
    // Two independent lasers of half the relative power noise each.
    double expected = Math.sqrt(1e-14 * 10e9 / 2) / Math.sqrt(2);
    assertThat(run.metric("relativeError")).isCloseTo(expected, withinPercentage(6));
  }
}
