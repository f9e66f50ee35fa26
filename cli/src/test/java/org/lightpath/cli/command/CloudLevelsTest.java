package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A shipped model at waveform level, and what its fitted behavioural level makes of it. */
@ExtendWith(OwnCache.class)
class CloudLevelsTest {
  /** Two neighbours, so that crosstalk, Kerr effect, noise and filters all take part. */
  private static final String BOTH =
      SmallClouds.GENERATOR
          .replace("samples: 8\n  batch: 8", "samples: 4\n  batch: 4")
          .replace("neighbours: 0", "neighbours: 1")
          .replace("trainingSymbols: 4000", "trainingSymbols: 20000")
          .replace("  calibrationSamples: 8\n", "  calibrationSamples: 4\n  waveformSamples: 4\n");

  @TempDir Path folder;

  /**
   * Products of a layer have thousands of outputs, but few laser phases: one for each readout of a
   * stream, so that their SNR scatters by some tenths of a decibel.
   */
  @Test
  void theFittedLevelAgreesWithTheWaveformsLayerByLayer() throws IOException {
    SmallRun run = SmallRun.of(folder, BOTH);
    double[] waveform = run.data("fidelity").reals("waveformSnr_dB");
    double[] behavioural = run.data("fidelity").reals("behaviouralSnr_dB");
    assertThat(waveform).hasSize(4);
    for (int i = 0; i < waveform.length; i++) {
      assertThat(behavioural[i]).as("layer %d", i).isCloseTo(waveform[i], within(1.0));
    }
    assertThat(run.metric("classAgreement")).isEqualTo(1);
  }

  /** Counter-check: another launch power is seen by both levels, and is no small difference. */
  @Test
  void lessLightIsWorseAtBothLevels() throws IOException {
    SmallRun bright = SmallRun.of(folder, BOTH);
    SmallRun dim = SmallRun.of(folder, BOTH, "--set", "light.launchPower=-12 dBm");
    for (String level : new String[] {"waveformSnr_dB", "behaviouralSnr_dB"}) {
      double[] more = bright.data("fidelity").reals(level);
      double[] less = dim.data("fidelity").reals(level);
      for (int i = 0; i < more.length; i++) {
        assertThat(less[i]).as("%s of layer %d", level, i).isLessThan(more[i] - 2);
      }
    }
  }

  @Test
  void theWaveformLevelRunsFromLatentsToImages() throws IOException {
    SmallRun run =
        SmallRun.of(
            folder,
            SmallClouds.GENERATOR.replace("samples: 8\n  batch: 8", "samples: 2\n  batch: 2"),
            "--set",
            "execution.fidelity=waveform");
    assertThat(run.metric("psnr_dB")).isGreaterThan(25);
    assertThat(run.metric("minLayerSnr_dB")).isGreaterThan(20);
  }
}
