package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.ErrorAccumulator;
import org.lightpath.cloud.quality.ReferenceData;

/** Models that others trained, against what PyTorch made of the same inputs. */
class ReferenceModelsTest {
  @Test
  void classifierSeesWhatItSawInPyTorch() throws IOException {
    float[] images = ReferenceData.floats("mnist_classifier/image.npy");
    ImageBatch batch =
        new ImageBatch(16, new ImageBatch.Size(1, 28, 28), ValueRange.SYMMETRIC, images);
    try (ModelRunner model = Models.digital("mnist_classifier")) {
      Classifier.Seen seen = Classifier.DEFAULT.see(model, batch, Batching.of(5));
      same(ReferenceData.floats("mnist_classifier/logits.npy"), seen.logits());
      same(ReferenceData.floats("mnist_classifier/features.npy"), seen.features());
      assertThat(seen.classes()).isEqualTo(10);
      assertThat(seen.dimensions()).isEqualTo(128);
    }
  }

  @Test
  void variationalDecoderMakesTheReferenceDigits() throws IOException {
    String name = "csinva_mnist_vae_decoder";
    try (ModelRunner model = Models.digital(name)) {
      Generation.Images made =
          LatentDecoder.variationalDecoder(20)
              .decode(model, ReferenceData.floats(name + "/z.npy"), new int[0], Batching.of(8));
      same(ReferenceData.floats(name + "/image01.npy"), made.images().values());
    }
  }

  @Test
  void stylizedPictureIsTheReferencePicture() throws IOException {
    String name = "magenta_stylize_separable";
    ImageBatch.Size size = new ImageBatch.Size(3, 256, 256);
    float[] contents = ReferenceData.floats(name + "/image01.npy");
    float[] styles = ReferenceData.floats(name + "/style.npy");
    float[] expected = ReferenceData.floats(name + "/stylized01.npy");
    ImageBatch picture = new ImageBatch(2, size, ValueRange.UNIT, contents).first(1);
    try (ModelRunner model = Models.digital(name)) {
      Generation.Images made =
          Stylizer.DEFAULT.stylize(
              model, picture, Arrays.copyOf(styles, styles.length / 2), Batching.of(1));
      same(Arrays.copyOf(expected, size.elements()), made.images().values());
    }
  }

  /** Binary32 sums in another order: some 1e-6 a layer, up to 20 layers. */
  private static void same(float[] expected, float[] observed) {
    assertThat(ErrorAccumulator.of(expected, observed).relativeError()).isLessThan(2e-5);
  }
}
