package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.graph.Tensor;

/** Latents, and models that show what they were given. */
class LatentDecoderTest {
  private static final LatentDecoder GAN = LatentDecoder.conditionalGan(3, 2);

  /** Latent and label as an image of 1 × 5 pixels. */
  private static final ModelRunner MIRROR =
      (inputs, _) -> {
        float[] z = Entries.of(inputs, "z").floats();
        float[] y = Entries.of(inputs, "y_onehot").floats();
        int count = z.length / 3;
        float[] image = new float[5 * count];
        for (int i = 0; i < count; i++) {
          System.arraycopy(z, 3 * i, image, 5 * i, 3);
          System.arraycopy(y, 2 * i, image, 5 * i + 3, 2);
        }
        return Map.of("image", Tensor.floats(new int[] {count, 1, 1, 5}, image));
      };

  /** Standard errors 1/√n and √(2/n), four each. */
  @Test
  void latentsAreStandardNormal() {
    int n = 100_000;
    float[] z = Latents.normals(3, 0, n / 100, 100);
    double sum = 0;
    double squares = 0;
    double neighbours = 0;
    for (int i = 0; i < n; i++) {
      sum += z[i];
      squares += z[i] * z[i];
      neighbours += i == 0 ? 0 : z[i] * z[i - 1];
    }
    assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    assertThat(neighbours / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(Latents.normals(4, 0, 1, 3)).isNotEqualTo(Latents.normals(3, 0, 1, 3));
  }

  @Test
  void anImageHasItsLatentWhateverIsMadeBesideIt() {
    float[] all = Latents.normals(3, 0, 10, 3);
    for (int start = 0; start < 10; start++) {
      assertThat(Latents.normals(3, start, 10 - start, 3))
          .isEqualTo(Arrays.copyOfRange(all, 3 * start, 30));
    }
  }

  @Test
  void imagesDoNotDependOnTheBatch() {
    Generation.Images whole = GAN.generate(MIRROR, new ImageRequest(7, 3, Batching.of(7)));
    Generation.Images parts = GAN.generate(MIRROR, new ImageRequest(7, 3, Batching.of(3)));
    assertThat(parts.images().values()).isEqualTo(whole.images().values());
    assertThat(parts.classes()).isEqualTo(whole.classes()).containsExactly(0, 1, 0, 1, 0, 1, 0);
    float[] z = Latents.normals(3, 0, 7, 3);
    assertThat(whole.images().values()).startsWith(z[0], z[1], z[2], 1, 0, z[3], z[4], z[5], 0, 1);
    assertThat(whole.images().size()).isEqualTo(new ImageBatch.Size(1, 1, 5));
  }

  @Test
  void everyRunHasANumberOfItsOwn() {
    List<Integer> samples = new ArrayList<>();
    ModelRunner counting =
        (inputs, sample) -> {
          samples.add(sample);
          return MIRROR.run(inputs, sample);
        };
    GAN.generate(counting, new ImageRequest(7, 3, new Batching(3, 10)));
    assertThat(samples).containsExactly(10, 11, 12);
    assertThat(GAN.runsPerBatch() * Batching.of(3).batches(7)).isEqualTo(samples.size());
  }

  @Test
  void decodersWithoutClassesGetNone() {
    ModelRunner model =
        (inputs, _) -> {
          assertThat(inputs).containsOnlyKeys("z");
          return Map.of("image01", Entries.of(inputs, "z").reshaped(2, 1, 2, 2));
        };
    Generation.Images made =
        LatentDecoder.variationalDecoder(4).generate(model, new ImageRequest(2, 1, Batching.of(2)));
    assertThat(made.classes()).isEmpty();
    assertThat(made.images().range()).isEqualTo(ValueRange.UNIT);
    assertThat(made.images().values()).isEqualTo(Latents.normals(1, 0, 2, 4));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> GAN.decode(MIRROR, new float[4], new int[1], Batching.of(1)))
        .hasMessageContaining("4 numbers are no whole latents of 3");
    assertThatThrownBy(() -> GAN.decode(MIRROR, new float[6], new int[1], Batching.of(1)))
        .hasMessageContaining("1 classes for 2 latents");
    assertThatThrownBy(
            () ->
                LatentDecoder.variationalDecoder(3)
                    .decode((i, _) -> i, new float[3], new int[0], Batching.of(1)))
        .hasMessageContaining("no output 'image01', only [z]");
    assertThatThrownBy(() -> Batching.of(0)).hasMessageContaining("batches of 0");
  }
}
