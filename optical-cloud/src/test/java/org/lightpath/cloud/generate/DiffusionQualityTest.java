package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.ErrorAccumulator;
import org.lightpath.cloud.quality.ErrorStatistics;
import org.lightpath.cloud.quality.ReferenceData;

/**
 * Digits of a diffusion model, all 25 steps, against images that PyTorch made of the same noise.
 */
class DiffusionQualityTest {
  private static final String MODEL = "mnist_ddpm_unet";
  private static final ImageBatch.Size SIZE = new ImageBatch.Size(1, 28, 28);
  private static final int IMAGES = 4;

  private static DiffusionSchedule schedule() throws IOException {
    float[] trained = ReferenceData.floats(MODEL + "/alpha_bar_1000.npy");
    double[] alphaBar = new double[trained.length];
    for (int t = 0; t < trained.length; t++) {
      alphaBar[t] = trained[t];
    }
    return new DiffusionSchedule(alphaBar, ReferenceData.tokens(MODEL + "/ddim25_timesteps.npy"));
  }

  private static float[] first(String name) throws IOException {
    return Arrays.copyOf(ReferenceData.floats(MODEL + name), IMAGES * SIZE.elements());
  }

  @Test
  void samplesAreThoseOfTheReferenceSampler() throws IOException {
    int[] labels = Arrays.copyOf(ReferenceData.tokens(MODEL + "/ddim25_y.npy"), IMAGES);
    DdimSampler sampler = new DdimSampler(schedule(), SIZE, 10);
    float[] noise = first("/ddim25_xT.npy");
    float[] expected = first("/ddim25_x0.npy");
    try (ModelRunner digital = Models.digital(MODEL);
        ModelRunner noisy = Models.with(MODEL, new NoisyMultiplier(20))) {
      Generation.Images made = sampler.sample(digital, noise, labels, Batching.of(IMAGES));
      // the first step divides the rounding of ε, some 1e-6, by √ᾱ = 5e-5, and what is not clamped
      // then goes on: PyTorch itself is up to 1e-3 away from a run with sums in binary64
      ErrorStatistics error = ErrorAccumulator.of(expected, made.images().values());
      assertThat(error.maximumError()).isLessThan(2e-3);
      assertThat(Math.sqrt(error.errorSquares() / error.count())).isLessThan(1e-4);
      Generation.Images other = sampler.sample(noisy, noise, labels, Batching.of(IMAGES));
      // published surrogate: 18.3 dB over 200 images; four images scatter
      assertThat(Entries.of(ImageComparison.ofPixels().compare(made, other).metrics(), "psnr_dB"))
          .isBetween(14.0, 23.0);
    }
  }
}
