package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    assertThat(run.path().resolve("report.html"))
        .content()
        .contains("plots/data/fit.arrow", "<svg");
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
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    byte[] first = Files.readAllBytes(run(SmallClouds.GENERATOR).results());
    byte[] same = Files.readAllBytes(run(SmallClouds.GENERATOR, "--threads", "1").results());
    byte[] other = Files.readAllBytes(run(SmallClouds.GENERATOR, "--seed", "2").results());
    assertThat(same).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  /** Single precision leaves u √K of a sum of K &lt; 10⁴ terms: 2⁻²⁴ · 100, 104 dB. */
  @Test
  void theIdealLevelIsExact() throws IOException {
    SmallRun run = run(SmallClouds.GENERATOR, "--set", "execution.fidelity=ideal");
    assertThat(run.metric("psnr_dB")).isGreaterThan(100);
    assertThat(run.metric("minLayerSnr_dB")).isGreaterThan(100);
    assertThat(run.metric("classAgreement")).isEqualTo(1);
  }

  private List<Double> cases(SmallRun run, String metric) throws IOException {
    List<Double> values = new ArrayList<>();
    run.summary().path("cases").forEach(one -> values.add(one.path(metric).asDouble(Double.NaN)));
    assertThat(values).as(metric).hasSize(3).noneMatch(value -> value.isNaN());
    return values;
  }

  private void falls(SmallRun run) throws IOException {
    for (String metric : List.of("psnr_dB", "meanLayerSnr_dB", "minLayerSnr_dB")) {
      List<Double> values = cases(run, metric);
      assertThat(values.get(0)).as(metric).isGreaterThan(values.get(1));
      assertThat(values.get(1)).as(metric).isGreaterThan(values.get(2));
    }
  }

  /** 200 images: of 128 features their covariance has full rank, so there is a distance. */
  @Test
  void lessLightIsWorse() throws IOException {
    SmallRun run =
        run(
            SmallClouds.GENERATOR
                .replace("samples: 8\n  batch: 8", "samples: 200\n  batch: 100")
                .replace("launchPower: 3 dBm", "launchPower: [-3 dBm, -13 dBm, -23 dBm]"));
    falls(run);
    List<Double> accuracy = cases(run, "classAccuracy");
    assertThat(accuracy.get(0)).isGreaterThan(accuracy.get(1));
    assertThat(accuracy.get(1)).isGreaterThan(accuracy.get(2));
    List<Double> distance = cases(run, "frechetDistance");
    assertThat(distance.get(0)).isLessThan(distance.get(1));
    assertThat(distance.get(1)).isLessThan(distance.get(2));
  }

  @Test
  void fewerBitsAreWorse() throws IOException {
    falls(
        run(
            SmallClouds.GENERATOR.replace(
                "modulator:\n  bits: 8", "modulator:\n  bits: [8, 5, 3]")));
  }

  /** Little light, so that the noise of amplifiers counts, which make up for longer fibres. */
  @Test
  void aLongerReachIsWorse() throws IOException {
    falls(
        run(
            SmallClouds.GENERATOR
                .replace("  gridSpacing", "  reach: [1, 3, 6]\n  gridSpacing")
                .replace("launchPower: 3 dBm", "launchPower: -13 dBm")
                .replace("noiseCurrent: 5 pA/rtHz", "noiseCurrent: 0 pA/rtHz")));
  }

  @Test
  void digitalNodesAreExactAndCountAsDigital() throws IOException {
    SmallRun run =
        run(
            SmallClouds.GENERATOR.replace(
                "scaling: channel",
                "scaling: channel\n  policy: [{nodes: /t*, on: digital}, {nodes: /out*, on: ideal}]"));
    assertThat(run.metric("opticalMacFraction")).isLessThan(0.1);
    List<String> names = run.table().texts("name");
    double[] snr = run.table().reals("snr_dB");
    for (int i = 0; i < snr.length; i++) {
      if (names.get(i).startsWith("/fc")) {
        assertThat(snr[i]).isLessThan(60);
      } else {
        assertThat(Double.isNaN(snr[i]) || snr[i] > 100).as(names.get(i)).isTrue();
      }
    }
    double all = run(SmallClouds.GENERATOR).metric("psnr_dB");
    assertThat(run.metric("psnr_dB")).isGreaterThan(all);
  }

  @Test
  void everyKnobOfTheExecutionTurnsTheRightWay() throws IOException {
    SmallRun channel = run(SmallClouds.GENERATOR);
    SmallRun tensor = run(SmallClouds.GENERATOR, "--set", "execution.scaling=tensor");
    assertThat(channel.metric("psnr_dB")).isGreaterThan(tensor.metric("psnr_dB"));
    SmallRun centre = run(SmallClouds.GENERATOR, "--set", "execution.activations=at-centre");
    assertThat(centre.metric("fiberLatency_s")).isLessThan(channel.metric("fiberLatency_s"));
    SmallRun stored = run(SmallClouds.GENERATOR, "--set", "execution.weights=stored-first");
    // Weights that start beside the core bring no noise of a fibre.
    assertThat(stored.metric("meanLayerSnr_dB")).isGreaterThan(channel.metric("meanLayerSnr_dB"));
  }

  /** Half a symbol of skew costs the overlap of pulses, wherever the weights start. */
  @Test
  void skewCountsForWeightsThatStartAtTheCentre() throws IOException {
    for (String way : List.of("execution.weights=stored-first", "network.weightsFrom=centre")) {
      double inStep = run(SmallClouds.GENERATOR, "--set", way).metric("meanLayerSnr_dB");
      double late =
          run(SmallClouds.GENERATOR, "--set", way, "--set", "light.skew=50 ps")
              .metric("meanLayerSnr_dB");
      assertThat(late).as(way).isLessThan(inStep - 1);
    }
  }

  /**
   * Results come back as bits: no compensating fibre, so its flight counts on the way there only.
   */
  @Test
  void compensatingFibreDelaysInputsOnly() throws IOException {
    String one = "execution.activations=at-centre";
    SmallRun with = run(SmallClouds.GENERATOR, "--set", one);
    SmallRun without = run(SmallClouds.GENERATOR, "--set", one, "--set", "light.compensated=false");
    double there = with.data("networkPaths").reals("delay_s")[0];
    double plain = without.data("networkPaths").reals("delay_s")[0];
    assertThat(there).isGreaterThan(plain);
    assertThat(with.metric("fiberLatency_s") / (there + plain)).isCloseTo(1, within(1e-12));
    assertThat(without.metric("fiberLatency_s") / (2 * plain)).isCloseTo(1, within(1e-12));
  }

  /**
   * Requests a second apart meet nobody: what one takes is the account's latency. Clocks of up to
   * 1000 s are known to 10⁻¹³ s, 10⁻¹⁰ of a millisecond.
   */
  @Test
  void withoutOthersARequestTakesTheLatencyOfTheAccount() throws IOException {
    SmallRun run = run(SmallClouds.TRAFFIC);
    double alone = run.data("latencies").reals("latency_s")[0];
    assertThat(alone / run.metric("latency_s")).isCloseTo(1, within(1e-9));
  }

  /** Evenly spaced requests: only those at the ends of the window are uncertain, 2 of 950. */
  @Test
  void utilisationDoublesWithTheRate() throws IOException {
    String regular = SmallClouds.TRAFFIC.replace("1 Hz", "20 Hz");
    double slow = run(regular).metric("centreUtilisation_rel");
    double fast =
        run(regular, "--set", "traffic.requestRate=40 Hz").metric("centreUtilisation_rel");
    assertThat(fast / slow).isCloseTo(2, within(0.01));
  }

  /** In the first product nothing has accumulated yet, in any case of a batch. */
  @Test
  void errorsAccumulateWithinACaseOnly() throws IOException {
    SmallRun run = run(SmallClouds.GENERATOR, "--set", "light.launchPower=[3 dBm, -17 dBm]");
    long[] layers = run.table().wholes("layer");
    double[] local = run.table().reals("snr_dB");
    double[] accumulated = run.table().reals("accumulatedSnr_dB");
    int first = 0;
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] == 0) {
        // Both are sums of the same squares in another order.
        assertThat(accumulated[i]).as("row %d", i).isCloseTo(local[i], within(1e-6));
        first++;
      }
    }
    assertThat(first).isEqualTo(2);
    assertThat(local[layers.length / 2]).isLessThan(local[0] - 6);
  }
}
