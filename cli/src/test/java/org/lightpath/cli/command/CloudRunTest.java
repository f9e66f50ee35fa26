package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run of a model by light leaves behind, and that every knob turns the right way. */
@ExtendWith(OwnCache.class)
class CloudRunTest {
  @TempDir Path folder;

  private SmallRun run(String text, String... options) throws IOException {
    return SmallRun.of(folder, text, options);
  }

  @Test
  void aRunHoldsTheContractsMetricsAndAllTables() throws IOException {
    String more = "  sensitivitySamples: 2\n  waveformSamples: 1\n";
    SmallRun run =
        run(
            SmallClouds.GENERATOR.replace(
                    "calibrationSamples: 8\n", "calibrationSamples: 8\n" + more)
                + "traffic: {requestRate: 200 Hz, requests: 5000}\n");
    assertThat(run.metrics())
        .contains("psnr_dB", "ssim", "classAccuracy", "meanLayerSnr_dB", "minLayerSnr_dB")
        .contains("macs", "opticalMacFraction", "energyPerInference_J")
        .contains("powerEfficiency_mWPerTops", "latency_s", "fiberLatency_s")
        .contains("simulationRate_MACPerS");
    assertThat(run.summary().path("notes").toString()).contains("frechetDistance needs more");
    assertThat(run.metric("opticalMacFraction")).isEqualTo(1);
    assertThat(run.metric("fiberLatency_s")).isBetween(0.0, run.metric("latency_s"));
    for (String table :
        List.of(
            "images",
            "imageShape",
            "imageLabels",
            "energy",
            "energyLayers",
            "baselines",
            "latency",
            "networkNodes",
            "networkLinks",
            "networkPaths",
            "queue",
            "latencies",
            "nodesLoad",
            "fit",
            "fidelity",
            "sensitivity",
            "layerTimes")) {
      assertThat(run.data(table).rows()).as(table).isPositive();
    }
    assertThat(run.path().resolve("plots/images-digital-all.png")).exists();
    assertThat(run.path().resolve("report.html")).content().contains("Fitted", "Requests");
    sumsAgree(run);
  }

  /** Parts of a whole add up to it; rounding of a dozen sums is far below 1e-12. */
  private static void sumsAgree(SmallRun run) throws IOException {
    double macs = 0;
    for (double one : run.table().reals("macs")) {
      macs += one;
    }
    assertThat(macs).isEqualTo(run.metric("macs"));
    double seconds = 0;
    for (double one : run.data("latency").reals("duration_s")) {
      seconds += one;
    }
    assertThat(seconds / run.metric("latency_s")).isCloseTo(1, within(1e-12));
    double[] snr = run.table().reals("snr_dB");
    double mean = 0;
    for (double one : snr) {
      mean += one / snr.length;
    }
    assertThat(run.metric("meanLayerSnr_dB")).isCloseTo(mean, within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    byte[] first = Files.readAllBytes(run(SmallClouds.GENERATOR).results());
    byte[] again =
        Files.readAllBytes(run(SmallClouds.GENERATOR, "--set", "model.batch=3").results());
    byte[] other = Files.readAllBytes(run(SmallClouds.GENERATOR, "--seed", "2").results());
    byte[] same = Files.readAllBytes(run(SmallClouds.GENERATOR).results());
    assertThat(same).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(again).isNotEqualTo(first);
  }
}
