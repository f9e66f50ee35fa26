package org.lightpath.cloud.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Classes and features of images. */
class ClassesTest {
  @Test
  void theLargestLogitIsTheClass() {
    float[] logits = {1, 3, 2, -1, -3, -1};
    assertThat(Classes.predicted(logits, 3)).containsExactly(1, 0);
    assertThatThrownBy(() -> Classes.predicted(logits, 4)).hasMessageContaining("rows of 4");
    assertThatThrownBy(() -> Classes.predicted(new float[] {0, 1, Float.NaN, 0}, 2))
        .hasMessageContaining("logit 0 of row 1");
  }

  @Test
  void agreementIsTheShareOfEqualLabels() {
    assertThat(Classes.agreement(new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 5})).isEqualTo(0.75);
    assertThatThrownBy(() -> Classes.agreement(new int[1], new int[2]))
        .hasMessageContaining("2 labels against 1");
    assertThatThrownBy(() -> Classes.agreement(new int[0], new int[0]))
        .hasMessageContaining("no labels");
  }

  @Test
  void featureDistanceIsOneMinusTheMeanCosine() {
    float[] f = {1, 0, 3, 4};
    float[] g = {0, 2, 6, 8};
    assertThat(FeatureDistance.cosine(f, g, 2)).isCloseTo(0.5, within(1e-15));
    assertThat(FeatureDistance.cosine(f, f, 2)).isCloseTo(0, within(1e-15));
    assertThat(FeatureDistance.cosine(new float[2], new float[2], 2)).isZero();
    assertThat(FeatureDistance.cosine(new float[2], new float[] {1, 0}, 2)).isEqualTo(1);
  }
}
