package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.QualityReport;

/** What noise on every product costs a conditional adversarial network. */
@Tag("slow")
class NoiseBudgetTest {
  private static final String GAN = "mnist_cdcgan_generator";
  private static final LatentDecoder DECODER = LatentDecoder.conditionalGan(100, 10);
  private static final Batching BATCHING = Batching.of(100);

  /** Published surrogate: 31.3, 21.5 and 12.9 dB; accuracy 0.927, 0.929, 0.755. */
  @Test
  void noiseOnEveryProductCostsWhatTheSurrogateSays() throws IOException {
    ImageRequest request = new ImageRequest(200, 1, BATCHING);
    try (ModelRunner gan = Models.digital(GAN);
        ModelRunner classifier = Models.digital("mnist_classifier")) {
      ImageComparison comparison = Models.comparison(classifier, 250);
      ImageComparison.Reference digital = comparison.reference(DECODER.generate(gan, request));
      QualityReport at30 = noisy(30, request, comparison, digital);
      QualityReport at20 = noisy(20, request, comparison, digital);
      QualityReport at10 = noisy(10, request, comparison, digital);
      assertThat(Entries.of(at30.metrics(), "psnr_dB")).isCloseTo(31.3, within(1.0));
      assertThat(Entries.of(at20.metrics(), "psnr_dB")).isCloseTo(21.5, within(1.0));
      assertThat(Entries.of(at10.metrics(), "psnr_dB")).isCloseTo(12.9, within(1.0));
      double clean = Entries.of(at30.metrics(), "frechetDistanceDigital");
      assertThat(Entries.of(at30.metrics(), "frechetDistance"))
          .isCloseTo(clean, within(0.05 * clean));
      assertThat(Entries.of(at20.metrics(), "frechetDistance")).isBetween(clean, 1.5 * clean);
      assertThat(Entries.of(at10.metrics(), "frechetDistance")).isGreaterThan(2 * clean);
      // 200 images: standard error 0.018 at 0.93, 0.03 at 0.75
      assertThat(Entries.of(at20.metrics(), "classAccuracy"))
          .isCloseTo(Entries.of(at20.metrics(), "classAccuracyDigital"), within(4 * 0.018));
      assertThat(Entries.of(at10.metrics(), "classAccuracy")).isCloseTo(0.755, within(4 * 0.03));
      assertThat(Entries.of(at10.metrics(), "classAgreement"))
          .isLessThan(Entries.of(at20.metrics(), "classAgreement"));
      assertThat(Entries.of(at10.metrics(), "ssim")).isLessThan(Entries.of(at20.metrics(), "ssim"));
      assertThat(Entries.of(at20.metrics(), "featureDistance"))
          .isLessThan(Entries.of(at10.metrics(), "featureDistance"));
    }
  }

  private static QualityReport noisy(
      double snr,
      ImageRequest request,
      ImageComparison comparison,
      ImageComparison.Reference digital) {
    try (ModelRunner optical = Models.with(GAN, new NoisyMultiplier(snr))) {
      return comparison.compare(digital, DECODER.generate(optical, request));
    }
  }
}
