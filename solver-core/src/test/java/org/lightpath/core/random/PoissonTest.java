package org.lightpath.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
  private static final int DRAWS = 200_000;

  /** Below, at and above the change of algorithm, and where Stirling's series carries alone. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 9.99, 10, 30, 1000, 1e6})
  void meanVarianceAndDistribution(double mean) {
    int[] words = new int[4];
    double sum = 0;
    double squares = 0;
    int below = 0;
    double median = Math.floor(mean);
    for (int i = 0; i < DRAWS; i++) {
      double k = Poisson.draw(mean, 42, 3, 1, i, words);
      sum += k - mean;
      squares += (k - mean) * (k - mean);
      if (k <= median) {
        below++;
      }
    }
    // Five standard errors: the mean's is √(μ/n), the variance's √((2μ² + μ)/n).
    assertThat(sum / DRAWS).isBetween(-5 * Math.sqrt(mean / DRAWS), 5 * Math.sqrt(mean / DRAWS));
    double slack = 5 * Math.sqrt((2 * mean * mean + mean) / DRAWS);
    assertThat(squares / DRAWS).isBetween(mean - slack, mean + slack);
    double p = cumulative(median, mean);
    assertThat((double) below / DRAWS)
        .isBetween(p - 5 * Math.sqrt(p * (1 - p) / DRAWS), p + 5 * Math.sqrt(p * (1 - p) / DRAWS));
  }

  private static double cumulative(double k, double mean) {
    double sum = 0;
    for (double i = Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean) - 1)); i <= k; i++) {
      sum += Math.exp(Poisson.logProbability(i, mean));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 57.3})
  void probabilitiesSumToOne(double mean) {
    assertThat(cumulative(1000, mean)).isBetween(1 - 1e-9, 1 + 1e-9);
  }

  @Test
  void meansThatAreNotFiniteAreGivenBack() {
    assertThat(Poisson.draw(Double.NaN, 42, 3, 1, 0, new int[4])).isNaN();
    assertThat(Poisson.draw(Double.POSITIVE_INFINITY, 42, 3, 1, 0, new int[4])).isInfinite();
  }
}
