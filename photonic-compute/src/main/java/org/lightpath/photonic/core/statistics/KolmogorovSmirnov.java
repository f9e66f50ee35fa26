package org.lightpath.photonic.core.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Largest distance of two distribution functions and its significance.
 *
 * <p>The p-value is the asymptotic Q(λ) = 2 Σ_{i≥1} (−1)^(i−1) e^(−2i²λ²) at λ = (√m + 0.12 +
 * 0.11/√m) D with the effective size m (Stephens, J. R. Stat. Soc. B 32, 115 (1970)). For discrete
 * distributions it is too large, so that a small p still rejects.
 *
 * @param distance D, in [0, 1]
 * @param effectiveSize m: n of one sample, n₁n₂/(n₁ + n₂) of two
 */
public record KolmogorovSmirnov(double distance, double effectiveSize) {
  private static final double SERIES_BEGINS = 0.2;
  private static final double NEGLIGIBLE = 1e-18;

  /** Two samples. */
  public static KolmogorovSmirnov twoSamples(double[] first, double[] second) {
    double[] a = sorted(first);
    double[] b = sorted(second);
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double value = Math.min(a[i], b[j]);
      while (i < a.length && a[i] == value) {
        i++;
      }
      while (j < b.length && b[j] == value) {
        j++;
      }
      distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return new KolmogorovSmirnov(
        distance, (double) a.length * b.length / ((double) a.length + b.length));
  }

  /** A sample against a continuous distribution function. */
  public static KolmogorovSmirnov oneSample(double[] sample, DoubleUnaryOperator distribution) {
    double[] a = sorted(sample);
    double distance = 0;
    for (int i = 0; i < a.length; i++) {
      double expected = distribution.applyAsDouble(a[i]);
      double above = (i + 1.0) / a.length - expected;
      double below = expected - (double) i / a.length;
      distance = Math.max(distance, Math.max(above, below));
    }
    return new KolmogorovSmirnov(distance, a.length);
  }

  /** A sample against a normal distribution. */
  public static KolmogorovSmirnov normal(double[] sample, double mean, double deviation) {
    return oneSample(sample, v -> NormalDistribution.cumulative((v - mean) / deviation));
  }

  private static double[] sorted(double[] sample) {
    if (sample.length == 0 || !Arrays.stream(sample).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Kolmogorov-Smirnov: %d values, expected at least one and finite ones only"
              .formatted(sample.length));
    }
    double[] copy = sample.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** Probability of a distance this large or larger if the distributions are the same. */
  public double pValue() {
    double root = Math.sqrt(effectiveSize);
    double lambda = (root + 0.12 + 0.11 / root) * distance;
    if (lambda < SERIES_BEGINS) {
      return 1;
    }
    double sum = 0;
    double sign = 1;
    for (int i = 1; ; i++) {
      double term = Math.exp(-2.0 * i * i * lambda * lambda);
      sum += sign * term;
      sign = -sign;
      if (term < NEGLIGIBLE) {
        return Math.clamp(2 * sum, 0, 1);
      }
    }
  }
}
