package org.lightpath.cloud.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Distances between Gaussians that have a closed form, and one made with SciPy. */
class FrechetDistanceTest {
  private static final int DIMENSIONS = 128;

  private static FeatureStatistics mapped(float[] features, int d, double scale, double shift) {
    float[] mapped = new float[features.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = (float) (scale * features[i] + shift);
    }
    return FeatureStatistics.of(mapped, d);
  }

  private static double trace(FeatureStatistics set) {
    double sum = 0;
    for (int i = 0; i < set.dimensions(); i++) {
      sum += set.covariance()[i * set.dimensions() + i];
    }
    return sum;
  }

  /**
   * Features are rounded to binary32: 6e-8 of numbers near 1, and differences of traces near 10.
   */
  private static final double ROUNDING = 1e-5;

  @Test
  void shiftedGaussiansAreApartByTheShift() {
    float[] features = Draws.normals(1, 500 * 8);
    FeatureStatistics set = FeatureStatistics.of(features, 8);
    FrechetDistance distance = FrechetDistance.between(set, mapped(features, 8, 1, 0.5));
    assertThat(distance.value()).isCloseTo(8 * 0.25, within(ROUNDING));
    assertThat(distance.covariancePart()).isCloseTo(0, within(ROUNDING));
    assertThat(FrechetDistance.between(set, set).value()).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void scaledGaussiansAreApartByTheSquareOfTheirDeviations() {
    float[] features = Draws.normals(1, 500 * 8);
    FeatureStatistics set = FeatureStatistics.of(features, 8);
    FrechetDistance distance = FrechetDistance.between(set, mapped(features, 8, 3, 0));
    double mean = Arrays.stream(set.mean()).map(m -> 4 * m * m).sum();
    assertThat(distance.meanPart()).isCloseTo(mean, within(ROUNDING));
    assertThat(distance.covariancePart()).isCloseTo(4 * trace(set), within(ROUNDING));
  }

  /**
   * For 2 × 2 matrices Tr (S₁S₂)^½ = √(Tr S₁S₂ + 2 √det S₁S₂). Covariances that do not commute tell
   * it from Tr S₁^½ S₂^½, which for S = diag(v) and a rotation by 45° is (Σ√v)²/2.
   */
  @Test
  void covariancesThatDoNotCommuteGoThroughTheSymmetricForm() {
    float[] along = {5, 0, -5, 0, 0, 1, 0, -1};
    float[] across = new float[8];
    float half = (float) Math.sqrt(0.5);
    for (int i = 0; i < 4; i++) {
      across[2 * i] = half * (along[2 * i] - along[2 * i + 1]);
      across[2 * i + 1] = half * (along[2 * i] + along[2 * i + 1]);
    }
    FrechetDistance distance =
        FrechetDistance.between(FeatureStatistics.of(along, 2), FeatureStatistics.of(across, 2));
    double large = 50 / 3.0;
    double small = 2 / 3.0;
    double product = (large + small) * (large + small) / 2; // Tr S₁S₂
    double expected = 2 * (large + small) - 2 * Math.sqrt(product + 2 * large * small);
    assertThat(distance.value()).isCloseTo(expected, within(ROUNDING));
    double naive = Math.pow(Math.sqrt(large) + Math.sqrt(small), 2) / 2;
    assertThat(2 * (large + small) - 2 * naive).isNotCloseTo(expected, within(0.1));
  }

  @Test
  void classifierFeaturesHaveTheNumberOfScipy() throws IOException {
    float[] real = ReferenceData.floats("metric_reference/features_real_test3000.npy");
    float[] made = ReferenceData.floats("metric_reference/features_gan3000.npy");
    FeatureStatistics inParts = new FeatureStatistics(DIMENSIONS);
    for (int start = 0; start < made.length; start += 1000 * DIMENSIONS) {
      inParts.add(Arrays.copyOfRange(made, start, start + 1000 * DIMENSIONS));
    }
    FrechetDistance distance =
        FrechetDistance.between(FeatureStatistics.of(real, DIMENSIONS), inParts);
    // SciPy's root of the singular product S₁S₂ is good to about the root of the precision
    double expected = ReferenceData.metric("fid_features_real_vs_gan");
    assertThat(distance.value()).isCloseTo(expected, within(1e-6 * expected));
    assertThat(distance.caution()).isEmpty();
  }

  @Test
  void fewSamplesAreBiasedUpwardsAndSaidToBe() {
    FeatureStatistics many = FeatureStatistics.of(Draws.normals(1, 20_000 * 16), 16);
    FrechetDistance few =
        FrechetDistance.between(many, FeatureStatistics.of(Draws.normals(2, 200 * 16), 16));
    FrechetDistance more =
        FrechetDistance.between(many, FeatureStatistics.of(Draws.normals(2, 3200 * 16), 16));
    assertThat(few.value()).isGreaterThan(4 * more.value());
    assertThat(few.caution()).hasValueSatisfying(c -> assertThat(c).contains("200 samples"));
    assertThat(more.caution()).isEmpty();
  }

  @Test
  void tooFewSamplesAreRefused() {
    FeatureStatistics few = FeatureStatistics.of(Draws.normals(1, 64), 8);
    FeatureStatistics enough = FeatureStatistics.of(Draws.normals(1, 72), 8);
    assertThat(FrechetDistance.isPossible(few)).isFalse();
    assertThatThrownBy(() -> FrechetDistance.between(enough, few))
        .hasMessageContaining("8 samples of 8 features")
        .hasMessageContaining("at least 9");
    FeatureStatistics other = FeatureStatistics.of(Draws.normals(1, 70), 7);
    assertThatThrownBy(() -> FrechetDistance.between(enough, other))
        .hasMessageContaining("8 and 7 dimensions");
    assertThatThrownBy(() -> FeatureStatistics.of(new float[] {0, Float.NaN}, 2))
        .hasMessageContaining("number 1 of vector 0 is NaN");
  }

  @Test
  void precisionAndRecallTellQualityFromVariety() {
    float[] real = Draws.normals(1, 400 * 2);
    for (int i = 0; i < 200; i++) {
      real[2 * i] += 20; // a second mode
    }
    float[] oneMode = Draws.normals(2, 200 * 2);
    PrecisionRecall narrow = PrecisionRecall.of(real, oneMode, 2);
    assertThat(narrow.precision()).isGreaterThan(0.9);
    assertThat(narrow.recall()).isBetween(0.4, 0.5);
    float[] far = oneMode.clone();
    for (int i = 0; i < far.length; i++) {
      far[i] += 1000;
    }
    assertThat(PrecisionRecall.of(real, far, 2)).isEqualTo(new PrecisionRecall(0, 0));
    assertThat(PrecisionRecall.of(real, real, 2)).isEqualTo(new PrecisionRecall(1, 1));
    assertThatThrownBy(() -> PrecisionRecall.of(real, new float[6], 2))
        .hasMessageContaining("3 vectors");
  }
}
