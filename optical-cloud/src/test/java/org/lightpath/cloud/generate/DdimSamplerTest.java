package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.ReferenceData;

/** The sampler with models whose best guess of the noise is known in closed form. */
class DdimSamplerTest {
  private static final ImageBatch.Size PIXEL = new ImageBatch.Size(1, 1, 1);

  /** Best guess for images that are independent normals of this deviation and mean 0. */
  private static ModelRunner gaussian(DiffusionSchedule schedule, double deviation) {
    return (inputs, _) -> {
      float[] x = Entries.of(inputs, "x").floats();
      float[] time = Entries.of(inputs, "t").floats();
      float[] eps = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        double a = schedule.alphaBar()[(int) time[i]];
        eps[i] = (float) (x[i] * Math.sqrt(1 - a) / (a * deviation * deviation + 1 - a));
      }
      return Map.of("eps", Tensor.floats(Entries.of(inputs, "x").shape(), eps));
    };
  }

  /** The probability flow maps x_T to deviation · x_T; the sampler is an Euler method of it. */
  @Test
  void errorsOnGaussianDataFallWithTheFirstOrder() {
    double deviation = 0.2;
    double[] errors = new double[4];
    for (int k = 0; k < errors.length; k++) {
      DiffusionSchedule schedule = DiffusionSchedule.cosine(1000, 25 << k);
      float made =
          new DdimSampler(schedule, PIXEL, 1)
              .sample(gaussian(schedule, deviation), new float[] {1}, new int[1], Batching.of(1))
              .images()
              .values()[0];
      errors[k] = Math.abs(made / deviation - 1);
    }
    for (int k = 1; k < errors.length; k++) {
      // 2 for the first order; 1.41 and 2.83 would be half an order off
      assertThat(errors[k - 1] / errors[k]).isBetween(1.8, 2.2);
    }
  }

  /** If all images of a class are one pixel value c, the noise is (x − √ᾱ c)/√(1 − ᾱ). */
  @Test
  void classesWithOneImageEachAreFoundFromAnyNoise() {
    DiffusionSchedule schedule = DiffusionSchedule.cosine(1000, 25);
    float[] pixels = {-0.75f, 0.5f};
    List<Integer> samples = new ArrayList<>();
    ModelRunner model =
        (inputs, sample) -> {
          samples.add(sample);
          float[] x = Entries.of(inputs, "x").floats();
          float[] eps = new float[x.length];
          for (int i = 0; i < x.length; i++) {
            double a = schedule.alphaBar()[(int) Entries.of(inputs, "t").floats()[i]];
            float c = pixels[(int) Entries.of(inputs, "y").longs()[i]];
            eps[i] = (float) ((x[i] - Math.sqrt(a) * c) / Math.sqrt(1 - a));
          }
          return Map.of("eps", Tensor.floats(Entries.of(inputs, "x").shape(), eps));
        };
    Generation.Images made =
        new DdimSampler(schedule, PIXEL, 2)
            .generate(model, new ImageRequest(3, 5, new Batching(2, 100)));
    assertThat(made.classes()).containsExactly(0, 1, 0);
    float[] expected = {pixels[0], pixels[1], pixels[0]};
    for (int i = 0; i < 3; i++) {
      // at ᾱ = 0.99996 the noise is 0.0064 of x: binary32 of x and ε leaves some ulp of 1
      assertThat(made.images().values()[i]).isCloseTo(expected[i], within(4 * Math.ulp(1f)));
    }
    assertThat(samples).hasSize(50).doesNotHaveDuplicates().startsWith(100).endsWith(149);
  }

  /**
   * A model that sees no noise leaves x₀ = ±1 after the clamp at every step; only with the noise
   * recomputed from it is x kept on the circle √ᾱ x₀ + √(1 − ᾱ) ε'.
   */
  @Test
  void cleanPixelsAreClampedAndTheNoiseRecomputed() {
    DiffusionSchedule schedule = new DiffusionSchedule(new double[] {0.64, 0.36}, new int[] {1, 0});
    List<Float> seen = new ArrayList<>();
    ModelRunner blind =
        (inputs, _) -> {
          seen.add(Entries.of(inputs, "x").floats()[0]);
          return Map.of(
              "eps", Tensor.zeros(Entries.of(inputs, "x").type(), Entries.of(inputs, "x").shape()));
        };
    float made =
        new DdimSampler(schedule, PIXEL, 1)
            .sample(blind, new float[] {2}, new int[1], Batching.of(1))
            .images()
            .values()[0];
    // first step: x₀ = 2/0.6 → 1, ε' = (2 − 0.6)/0.8 = 1.75, x = 0.8 + 0.6 · 1.75
    assertThat(seen).hasSize(2);
    assertThat(seen.get(1)).isCloseTo(0.8f + 0.6f * 1.75f, within(Math.ulp(2f)));
    assertThat(made).isEqualTo(1);
  }

  @Test
  void cosineScheduleIsTheOneTheModelWasTrainedWith() throws IOException {
    float[] trained = ReferenceData.floats("mnist_ddpm_unet/alpha_bar_1000.npy");
    DiffusionSchedule schedule = DiffusionSchedule.cosine(1000, 25);
    for (int t = 0; t < trained.length; t++) {
      // a product of t + 1 factors in binary32
      assertThat(schedule.alphaBar()[t]).isCloseTo(trained[t], within(1000 * 0x1p-24));
    }
    assertThat(schedule.timesteps()).startsWith(999, 957, 916, 874, 832).endsWith(83, 42, 0);
    assertThat(schedule.timesteps()[12]).isEqualTo(500);
  }

  @Test
  void impossibleSchedulesAreRefused() {
    assertThatThrownBy(() -> new DiffusionSchedule(new double[] {0.9, 0}, new int[] {1}))
        .hasMessageContaining("alpha bar is 0.0 at step 1");
    assertThatThrownBy(() -> new DiffusionSchedule(new double[] {0.9, 0.5}, new int[] {0, 1}))
        .hasMessageContaining("time step 1 after 0");
    assertThatThrownBy(() -> DiffusionSchedule.cosine(10, 11)).hasMessageContaining("from 2 to 10");
    DdimSampler sampler = new DdimSampler(DiffusionSchedule.cosine(10, 2), PIXEL, 1);
    assertThatThrownBy(() -> sampler.sample((i, _) -> i, new float[3], new int[2], Batching.of(1)))
        .hasMessageContaining("3 numbers of noise, expected 2");
  }
}
