package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which models make something, each from file to metrics. */
@ExtendWith(OwnCache.class)
class CloudTasksTest {
  private static final String SIZE = "samples: 8\n  batch: 8";
  private static final String GENERATOR = "mnist_cdcgan_generator";

  @TempDir Path folder;

  @Test
  void aLanguageModelIsComparedTokenByToken() throws IOException {
    SmallRun run =
        SmallRun.of(
            folder,
            SmallClouds.GENERATOR
                .replace(GENERATOR, "shakespeare_gpt")
                .replace(SIZE, "samples: 1\n  batch: 1\n  tokens: 3"));
    assertThat(run.metrics()).contains("perplexity", "perplexityDigital", "klDivergence_nat");
    // Light can only add to what the digital model is wrong by, but for chance.
    assertThat(run.metric("perplexity")).isGreaterThan(0.9 * run.metric("perplexityDigital"));
    assertThat(run.metric("topOneAgreement")).isBetween(0.5, 1.0);
    assertThat(run.data("text").rows()).isEqualTo("ROMEO:\n".length() + 3);
    assertThat(run.metric("opticalMacFraction")).isEqualTo(1);
    SmallRun digital =
        SmallRun.of(
            folder,
            SmallClouds.GENERATOR
                .replace(GENERATOR, "shakespeare_gpt")
                .replace(SIZE, "samples: 1\n  batch: 1\n  tokens: 0"),
            "--set",
            "execution.dynamicProducts=digital");
    assertThat(digital.metric("opticalMacFraction")).isBetween(0.5, 0.999);
    assertThat(digital.table().texts("placement")).contains("digital", "optical");
  }

  @Test
  void aDiffusionModelRunsStepAfterStep() throws IOException {
    String steps = SmallClouds.GENERATOR.replace(GENERATOR, "mnist_ddpm_unet");
    SmallRun two = SmallRun.of(folder, steps.replace(SIZE, "samples: 2\n  batch: 2\n  steps: 2"));
    SmallRun three = SmallRun.of(folder, steps.replace(SIZE, "samples: 2\n  batch: 2\n  steps: 3"));
    assertThat(two.metrics()).contains("psnr_dB", "classAgreement");
    assertThat(three.metric("macs") / two.metric("macs")).isEqualTo(1.5);
    assertThat(three.metric("energyPerInference_J") / two.metric("energyPerInference_J"))
        .isBetween(1.4, 1.6);
  }

  @Test
  void outputsOfAnyModelAreComparedAsNumbers() throws IOException {
    SmallRun run = SmallRun.of(folder, SmallClouds.CLASSIFIER);
    assertThat(run.metrics()).contains("outputSnr_dB", "outputCosine").doesNotContain("psnr_dB");
    assertThat(run.metric("outputSnr_dB")).isBetween(10.0, 60.0);
  }
}
