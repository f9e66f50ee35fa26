package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.ErrorStatistics;
import org.lightpath.cloud.quality.FeatureStatistics;
import org.lightpath.cloud.quality.QualityReport;

/** Reports of images whose differences are known. */
class ImageComparisonTest {
  private static final ImageBatch.Size SIZE = new ImageBatch.Size(1, 12, 12);
  private static final int PIXELS = 144;

  /** The class is the sign of the first pixel, features are the first two pixels. */
  private static final ModelRunner JUDGE =
      (inputs, _) -> {
        Tensor images = Entries.of(inputs, "image");
        int count = images.extent(0);
        float[] logits = new float[2 * count];
        float[] features = new float[2 * count];
        for (int i = 0; i < count; i++) {
          logits[2 * i + 1] = images.floats()[i * PIXELS];
          System.arraycopy(images.floats(), i * PIXELS, features, 2 * i, 2);
        }
        int[] shape = {count, 2};
        return Map.of(
            "logits", Tensor.floats(shape, logits), "features", Tensor.floats(shape, features));
      };

  private static Generation.Images images(int count, float shift) {
    float[] values = Latents.normals(1, 0, count, PIXELS);
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      classes.add(values[i * PIXELS] > 0 ? 1 : 0);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += shift;
    }
    return new Generation.Images(
        new ImageBatch(count, SIZE, ValueRange.SYMMETRIC, values), classes);
  }

  private static ImageComparison judged(int count) {
    float[] real = Latents.normals(2, 0, count, 2);
    return new ImageComparison(
        Optional.of(
            new ImageComparison.Judge(
                Classifier.DEFAULT,
                JUDGE,
                Batching.of(7),
                Optional.of(FeatureStatistics.of(real, 2)))));
  }

  @Test
  void equalRunsHaveNoDistance() {
    Generation.Images made = images(50, 0);
    QualityReport report = judged(50).compare(made, made);
    assertThat(report.metrics())
        .containsEntry("classAccuracy", 1.0)
        .containsEntry("classAgreement", 1.0)
        .doesNotContainKey("psnr_dB");
    assertThat(Entries.of(report.metrics(), "ssim")).isCloseTo(1, within(1e-12));
    assertThat(Entries.of(report.metrics(), "featureDistance")).isCloseTo(0, within(1e-12));
    assertThat(Entries.of(report.metrics(), "frechetDistance"))
        .isEqualTo(Entries.of(report.metrics(), "frechetDistanceDigital"));
    assertThat(report.notes())
        .anyMatch(note -> note.contains("psnr_dB is infinite"))
        .anyMatch(note -> note.contains("50 samples is biased"));
  }

  /** A shift by ½ of a range of 2, and of both features: |Δμ|² = ½ more, up to the cross term. */
  @Test
  void shiftsAreSeenByEveryMetric() {
    QualityReport report = judged(4000).compare(images(4000, 0), images(4000, 0.5f));
    assertThat(Entries.of(report.metrics(), "psnr_dB"))
        .isCloseTo(20 * Math.log10(4), within(1e-5)); // x + ½ rounds in binary32
    assertThat(Entries.of(report.metrics(), "classAccuracyDigital")).isEqualTo(1);
    // P(−½ < x < 0) = 0.1915 flips; four standard errors
    assertThat(Entries.of(report.metrics(), "classAccuracy"))
        .isCloseTo(1 - 0.19146, within(4 * Math.sqrt(0.19 * 0.81 / 4000)));
    assertThat(Entries.of(report.metrics(), "classAgreement"))
        .isEqualTo(Entries.of(report.metrics(), "classAccuracy"));
    double digital = Entries.of(report.metrics(), "frechetDistanceDigital");
    // cross term 2·½·(difference of means of both sets), four standard errors √(2/n) of each
    assertThat(Entries.of(report.metrics(), "frechetDistance") - digital)
        .isCloseTo(0.5, within(4 * Math.sqrt(2 * 2.0 / 4000)));
    assertThat(Entries.of(report.metrics(), "ssim")).isLessThan(1);
  }

  @Test
  void tooFewImagesLeaveTheFrechetDistanceOut() {
    QualityReport report = judged(50).compare(images(2, 0), images(2, 0.5f));
    assertThat(report.metrics()).containsKey("classAccuracy").doesNotContainKey("frechetDistance");
    assertThat(report.notes()).anyMatch(note -> note.contains("more images than the 2 features"));
  }

  @Test
  void unequalRequestsAreRefused() {
    assertThatThrownBy(() -> ImageComparison.ofPixels().compare(images(2, 0), images(3, 0)))
        .hasMessageContaining("3 optical images")
        .hasMessageContaining("2 digital ones");
  }

  @Test
  void theJudgeSeesImagesInItsOwnRange() {
    float[] unit = {0, 0.25f, 1};
    ImageBatch batch = new ImageBatch(1, new ImageBatch.Size(1, 1, 3), ValueRange.UNIT, unit);
    assertThat(batch.scaledTo(ValueRange.SYMMETRIC).values()).containsExactly(-1, -0.5f, 1);
    ModelRunner mirror =
        (inputs, _) ->
            Map.of("logits", Entries.of(inputs, "image"), "features", Entries.of(inputs, "image"));
    Classifier.Seen seen = Classifier.DEFAULT.see(mirror, batch, Batching.of(1));
    assertThat(seen.features()).containsExactly(-1, -0.5f, 1);
    assertThat(seen.predicted()).containsExactly(2);
  }

  @Test
  void stylizerPairsPicturesWithStyles() {
    ModelRunner model =
        (inputs, _) -> {
          assertThat(Entries.of(inputs, "style").shape()).containsExactly(1, 2);
          float[] out = Entries.of(inputs, "image01").floats().clone();
          for (int i = 0; i < out.length; i++) {
            out[i] += Entries.of(inputs, "style").floats()[1];
          }
          return Map.of("stylized01", Tensor.floats(Entries.of(inputs, "image01").shape(), out));
        };
    ImageBatch pictures =
        new ImageBatch(
            2, new ImageBatch.Size(1, 1, 2), ValueRange.SYMMETRIC, new float[] {-1, 1, 0, 0});
    Generation.Images made =
        Stylizer.DEFAULT.stylize(model, pictures, new float[] {9, 1, 9, 2}, Batching.of(1));
    assertThat(made.images().values()).containsExactly(1, 2, 2.5f, 2.5f);
    assertThatThrownBy(
            () -> Stylizer.DEFAULT.stylize(model, pictures, new float[3], Batching.of(1)))
        .hasMessageContaining("3 numbers of style");
  }

  /** Layers add errors of amplitude 0, 0.1 and 0.01 to constant images. */
  @Test
  void sensitivityNamesTheLayerThatCosts() {
    Map<String, Float> errors = Map.of("a", 0f, "b", 0.1f, "c", 0.01f);
    List<String> closed = new ArrayList<>();
    Generation.Images clean = images(2, 0);
    List<Sensitivity.LayerCost> costs =
        Sensitivity.layerByLayer(
            List.of("a", "b", "c"),
            optical ->
                new ModelRunner() {
                  @Override
                  public Map<String, Tensor> run(Map<String, Tensor> inputs, int sample) {
                    float error = optical.stream().map(errors::get).reduce(0f, Float::sum);
                    return Map.of("image", images(2, error).images().tensor(0, 2));
                  }

                  @Override
                  public void close() {
                    closed.addAll(optical);
                  }
                },
            runner ->
                ImageComparison.ofPixels()
                    .compare(
                        clean,
                        new Generation.Images(
                            ImageBatch.of(runner.run(Map.of(), 0, "image"), ValueRange.SYMMETRIC),
                            clean.classes())));
    assertThat(costs).extracting(Sensitivity.LayerCost::layer).containsExactly("a", "b", "c");
    assertThat(costs.get(0).quality().metric("psnr_dB")).isEmpty();
    // 0.1 and 0.01 of a range of 2; x + 0.01 rounds to 2⁻²⁴ of x near 4
    assertThat(Entries.of(costs.get(1).quality().metrics(), "psnr_dB"))
        .isCloseTo(20 * Math.log10(20), within(1e-4));
    assertThat(Entries.of(costs.get(2).quality().metrics(), "psnr_dB"))
        .isCloseTo(20 * Math.log10(200), within(1e-3));
    assertThat(closed).containsExactly("a", "b", "c");
  }

  @Test
  void recordingsCompareLayerByLayer() {
    RecordingRunner digital = new RecordingRunner((_, s) -> layers(1, s));
    RecordingRunner optical = new RecordingRunner((_, s) -> layers(1.1f, s));
    for (int sample = 0; sample < 2; sample++) {
      digital.run(Map.of(), sample);
      optical.run(Map.of(), sample);
    }
    Map<String, ErrorStatistics> errors = optical.against(digital).statistics();
    assertThat(errors).containsOnlyKeys("clean", "noisy");
    assertThat(Entries.of(errors, "clean").snr()).isInfinite();
    assertThat(Entries.of(errors, "noisy").snrDecibels()).isCloseTo(20, within(1e-4));
    assertThat(Entries.of(errors, "noisy").count()).isEqualTo(4);
    digital.run(Map.of(), 2);
    assertThatThrownBy(() -> optical.against(digital)).hasMessageContaining("2 recorded runs");
  }

  private static Map<String, Tensor> layers(float gain, int sample) {
    int[] shape = {2};
    return Map.of(
        "clean", Tensor.floats(shape, new float[] {1, sample}),
        "noisy", Tensor.floats(shape, new float[] {gain * 2, gain * sample}),
        "ids", Tensor.longs(shape, new long[] {1, 2}));
  }

  @Test
  void gridsShowImagesInPlaceAndDifferencesWithTheirSign() {
    ImageBatch.Size size = new ImageBatch.Size(1, 1, 2);
    ImageBatch digital =
        new ImageBatch(3, size, ValueRange.SYMMETRIC, new float[] {-1, 1, 0, -3, 0.5f, 1});
    ImageGrid grid = ImageGrid.of(digital, 2, 0.2f);
    assertThat(grid.size()).isEqualTo(new ImageBatch.Size(1, 3, 5));
    float g = 0.2f;
    assertThat(grid.values()).containsExactly(0, 1, g, 0.5f, 0, g, g, g, g, g, 0.75f, 1, g, g, g);
    ImageBatch optical =
        new ImageBatch(3, size, ValueRange.SYMMETRIC, new float[] {-1, 0, 1, -3, 0.5f, 1});
    assertThat(ImageGrid.difference(digital, optical, 2).values())
        .containsExactly(0, -0.5f, 0, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
