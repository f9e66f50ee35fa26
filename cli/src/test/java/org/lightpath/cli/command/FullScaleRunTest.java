package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.datasets.table.Table;

/** Architectures with random weights: products alone, accounts of the whole model. */
class FullScaleRunTest {
  private static final String SMALL =
      """
      kind: cloud
      model: {shapes: dcgan64, samples: 4, batch: 4}
      network: {preset: metro-ring, gridSpacing: 50 GHz}
      light:
        launchPower: 3 dBm
        symbolRate: 10 GBd
        linewidth: 10 kHz
        loopTime: 10 ns
        neighbours: 0
        trainingSymbols: 2000
        compensated: true
        centreGain: 15 dB
      modulator: {bits: 8}
      core: {rows: 64, columns: 64, cores: 1, integrationLength: 512, bits: 8}
      execution: {fidelity: %s}
      engine: cpu
      precision: single
      """;

  @TempDir Path folder;

  @Test
  void productsHaveTheirNoiseAndTheWholeModelItsAccount() throws IOException {
    SmallRun run = SmallRun.of(folder, SMALL.formatted("behavioural"));
    long macs;
    int products;
    try (NamedModel model = NamedModel.open("dcgan64", 1)) {
      ModelProducts all = ModelProducts.of(model.parts(), 1);
      macs = all.macs();
      products = all.entries().size();
    }
    assertThat(run.metric("macs")).isEqualTo((double) macs);
    assertThat(run.metric("simulationRate_MACPerS")).isPositive();
    assertThat(run.metric("energyPerInference_J")).isPositive();
    JsonNode metrics = run.summary().path("metrics");
    // Nothing is made, so nothing is made a second, and nothing is told of quality.
    assertThat(metrics.has("samplesPerS")).isFalse();
    assertThat(metrics.has("psnr_dB")).isFalse();
    assertThat(run.summary().toString()).contains("random weights").contains("nothing of quality");
    Table table = run.table();
    double[] each = table.reals("macs");
    assertThat(each).hasSize(products);
    assertThat(Arrays.stream(each).sum()).isCloseTo((double) macs, within(macs * 1e-12));
    // 8 bits over four deviations of normal values: between 20 and 50 dB for any sum of them.
    for (double decibels : table.reals("snr_dB")) {
      assertThat(decibels).isBetween(10.0, 60.0);
    }
  }

  /** The same way without any effect: rounding alone. */
  @Test
  void idealProductsAreExact() throws IOException {
    SmallRun run = SmallRun.of(folder, SMALL.formatted("ideal"));
    assertThat(run.metric("minLayerSnr_dB")).isGreaterThan(100);
  }

  @Test
  void whatNeedsSamplesIsRefused() throws IOException {
    Path file = SmallExperiments.write(folder, SMALL.formatted("ideal, waveformSamples: 1"));
    Console console = Console.run("validate", file.toString());
    assertThat(console.code()).isNotZero();
    assertThat(console.out() + console.err()).contains("leave out waveformSamples");
  }

  @Test
  void architecturesAreListedWithTheirParts() throws IOException {
    Console text = Console.run("model", "llama3_8b");
    assertThat(text.out()).contains("shape-only, random weights").contains("32 of this part");
    JsonNode json = new ObjectMapper().readTree(Console.run("model", "dcgan64", "--json").out());
    assertThat(json.path("weights").asText()).isEqualTo("random");
    assertThat(json.path("parts").size()).isEqualTo(1);
    assertThat(json.path("macs").asLong())
        .isEqualTo(json.path("parts").path(0).path("macs").asLong());
  }
}
