package org.lightpath.photonic.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.lightpath.core.random.Philox;

class StatisticsTest {
  private static double[] normals(int count, int stream) {
    double[] values = new double[count];
    double[] normal = new double[2];
    for (int i = 0; i < count; i++) {
      Philox.complexNormal(1, stream, 0, i, new int[4], normal);
      values[i] = normal[0];
    }
    return values;
  }

  /** Tabulated probabilities (Abramowitz and Stegun, table 26.1), on both sides of the joint. */
  @Test
  void normalProbabilities() {
    assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
    assertThat(NormalDistribution.cumulative(1)).isCloseTo(0.841344746068543, offset(1e-14));
    assertThat(NormalDistribution.cumulative(-2)).isCloseTo(0.022750131948179, offset(1e-14));
    assertThat(NormalDistribution.cumulative(-5)).isCloseTo(2.866515719e-7, offset(1e-15));
    assertThat(NormalDistribution.cumulative(4.0000001) - NormalDistribution.cumulative(4))
        .isCloseTo(1e-7 * NormalDistribution.density(4), offset(1e-15));
  }

  /** Q(λ) = 0.05 at λ = 1.3581, 0.01 at λ = 1.6276. */
  @Test
  void significanceOfTheDistance() {
    double size = 1e8;
    assertThat(new KolmogorovSmirnov(1.3581 / 1e4, size).pValue()).isCloseTo(0.05, offset(1e-4));
    assertThat(new KolmogorovSmirnov(1.6276 / 1e4, size).pValue()).isCloseTo(0.01, offset(1e-4));
    assertThat(new KolmogorovSmirnov(0, size).pValue()).isEqualTo(1);
  }

  @Test
  void distanceOfSmallSamplesByHand() {
    assertThat(
            KolmogorovSmirnov.twoSamples(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6})
                .distance())
        .isEqualTo(0.5);
    assertThat(KolmogorovSmirnov.oneSample(new double[] {0.5}, v -> v).distance()).isEqualTo(0.5);
  }

  @Test
  void normalSamplesPassAndShiftedOnesDoNot() {
    double[] sample = normals(50_000, 1);
    assertThat(KolmogorovSmirnov.normal(sample, 0, 1).pValue()).isGreaterThan(0.01);
    assertThat(KolmogorovSmirnov.normal(sample, 0.03, 1).pValue()).isLessThan(1e-4);
    assertThat(KolmogorovSmirnov.normal(sample, 0, 1.05).pValue()).isLessThan(1e-4);
    assertThat(KolmogorovSmirnov.twoSamples(sample, normals(50_000, 2)).pValue())
        .isGreaterThan(0.01);
  }

  @Test
  void momentsByHand() {
    Moments moments = Moments.of(1, 2, 3, 6);
    assertThat(moments.mean()).isEqualTo(3);
    assertThat(moments.variance()).isCloseTo(14.0 / 3, offset(1e-15));
    assertThatThrownBy(() -> Moments.of(1.0)).hasMessageContaining("1 values");
  }

  @Test
  void histogramCountsWhatIsInside() {
    Histogram histogram = Histogram.of(new double[] {-1, 0, 0.5, 0.99, 1, 7}, 0, 1, 2);
    assertThat(histogram.counts()).containsExactly(1L, 2L);
    assertThat(histogram.centre(1)).isEqualTo(0.75);
  }
}
