package org.lightpath.cloud.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.StructuralSimilarity.Border;

/** PSNR and SSIM against closed forms and numbers made with SciPy. */
class ImageMetricsTest {
  private static final int SIZE = 256;

  /** Pixels in [0, 1] are rounded to binary32 here, SciPy had them in binary64. */
  private static final double ROUNDING = 1e-6;

  private static float[] constant(double value, int pixels) {
    float[] image = new float[pixels];
    Arrays.fill(image, (float) value);
    return image;
  }

  @Test
  void psnrOfAConstantErrorIsTheRangeOverIt() {
    float[] zero = new float[100];
    assertThat(PeakSignalToNoise.decibels(zero, constant(0.25, 100), 2))
        .isEqualTo(20 * Math.log10(2 / 0.25));
    assertThat(PeakSignalToNoise.decibels(zero, zero, 2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> PeakSignalToNoise.decibels(zero, zero, 0))
        .hasMessageContaining("range 0");
  }

  @Test
  void psnrOfGaussianNoiseIsItsVariance() {
    int n = 100_000;
    float[] noise = Draws.normals(1, n);
    // four standard errors √(2/n) of a variance
    assertThat(PeakSignalToNoise.decibels(new float[n], noise, 10))
        .isCloseTo(20, within(10 * Math.log10(1 + 4 * Math.sqrt(2.0 / n))));
  }

  @Test
  void referencePairHasTheNumbersOfScipy() throws IOException {
    float[] a = ReferenceData.floats("metric_reference/ssim_a.npy");
    float[] b = ReferenceData.floats("metric_reference/ssim_b.npy");
    assertThat(new StructuralSimilarity(1, Border.MIRRORED).mean(a, b, SIZE, SIZE))
        .isCloseTo(ReferenceData.metric("ssim_mean_all"), within(ROUNDING));
    assertThat(StructuralSimilarity.inside(1).mean(a, b, SIZE, SIZE))
        .isCloseTo(ReferenceData.metric("ssim_mean_crop5"), within(ROUNDING));
    assertThat(PeakSignalToNoise.decibels(a, b, 1))
        .isCloseTo(ReferenceData.metric("psnr_a_b"), within(10 * ROUNDING));
    assertThat(ErrorAccumulator.of(a, b).cosine())
        .isCloseTo(ReferenceData.metric("cosine_a_b"), within(ROUNDING));
    // a wrong range would be seen
    assertThat(StructuralSimilarity.inside(2).mean(a, b, SIZE, SIZE))
        .isNotCloseTo(ReferenceData.metric("ssim_mean_crop5"), within(0.01));
  }

  @Test
  void ssimOfAnImageWithItselfIsOne() {
    float[] image = Draws.uniforms(1, 20 * 30);
    for (Border border : Border.values()) {
      assertThat(new StructuralSimilarity(1, border).mean(image, image, 20, 30))
          .isCloseTo(1, within(1e-12));
    }
  }

  /** Without variance only the luminance term is left: (2ab + C₁)/(a² + b² + C₁). */
  @Test
  void ssimOfConstantImagesIsTheLuminanceTerm() {
    double expected = (2 * 0.25 * 0.5 + 1e-4) / (0.0625 + 0.25 + 1e-4);
    assertThat(StructuralSimilarity.inside(1).mean(constant(0.25, 169), constant(0.5, 169), 13, 13))
        .isCloseTo(expected, within(1e-12));
  }

  /** Structure −1 at about the same luminance. */
  @Test
  void ssimOfANegativeIsNegative() {
    float[] image = Draws.uniforms(1, 32 * 32);
    float[] negative = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      negative[i] = 1 - image[i];
    }
    assertThat(StructuralSimilarity.inside(1).mean(image, negative, 32, 32)).isLessThan(-0.9);
  }

  @Test
  void ssimAveragesOverPlanes() {
    float[] first = Draws.uniforms(1, 144);
    float[] second = Draws.uniforms(2, 144);
    float[] both = Arrays.copyOf(first, 288);
    System.arraycopy(second, 0, both, 144, 144);
    float[] twiceFirst = Arrays.copyOf(first, 288);
    System.arraycopy(first, 0, twiceFirst, 144, 144);
    StructuralSimilarity ssim = StructuralSimilarity.inside(1);
    assertThat(ssim.mean(twiceFirst, both, 12, 12))
        .isCloseTo((1 + ssim.mean(first, second, 12, 12)) / 2, within(1e-12));
  }

  @Test
  void smallImagesAreRefused() {
    assertThatThrownBy(
            () -> StructuralSimilarity.inside(1).mean(new float[100], new float[100], 10, 10))
        .hasMessageContaining("10 × 10 pixels, expected at least 11 × 11");
  }
}
