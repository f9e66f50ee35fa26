package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.FeatureStatistics;
import org.lightpath.cloud.quality.FrechetDistance;
import org.lightpath.core.random.Philox;
import org.lightpath.datasets.npy.NpyFile;

/**
 * G5: two sets of normal features, means m and deviations s without correlation, are Σ(m₁ − m₂)² +
 * Σ(s₁ − s₂)² apart.
 *
 * <p>Expected of n vectors each. Means that vary add (s₁² + s₂²)/n for each dimension. To second
 * order in the errors of the covariances, pairs of dimensions i &lt; j add 2cᵢcⱼ/((cᵢ + cⱼ)n), each
 * dimension alone cᵢ/n, with c = s₁s₂: the trace of the root of a 2 × 2 product P is √(Tr P + 2√det
 * P), and an error of a covariance has variance (sᵢsⱼ)²/n.
 *
 * <p>Tolerance: three standard deviations. To first order these are 2|m₁ − m₂|√((s₁² + s₂²)/n) and
 * 2|s₁ − s₂|√((s₁² + s₂²)/2n) for each dimension; each term above, a square of normal errors,
 * varies by √2 of itself.
 */
class G05FrechetDistanceTest {
  static final int DIMENSIONS = 16;
  static final int[] VECTORS = {500, 4000, 20_000};

  /** Classifier features of 3000 real and 3000 made digits, by SciPy's root of a matrix. */
  static final double SCIPY = 28.944605775165222;

  /** SciPy's root of the singular product of covariances is good to the root of the precision. */
  static final double SCIPY_TOLERANCE = 1e-6;

  private static final int SCIPY_DIMENSIONS = 128;

  /** Means and deviations. */
  private static final class Gaussian {
    private final double[] mean;
    private final double[] deviation;

    Gaussian(double[] mean, double[] deviation) {
      this.mean = mean;
      this.deviation = deviation;
    }

    static Gaussian of(double mean, double slope, double deviation, double spread) {
      double[] means = new double[DIMENSIONS];
      double[] deviations = new double[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        double place = (double) i / (DIMENSIONS - 1);
        means[i] = mean + slope * place;
        deviations[i] = deviation * Math.exp(spread * (place - 0.5));
      }
      return new Gaussian(means, deviations);
    }

    FeatureStatistics draw(int stream, int vectors) {
      float[] features = new float[vectors * DIMENSIONS];
      int[] words = new int[4];
      double[] pair = new double[2];
      for (int i = 0; i < features.length; i++) {
        Philox.complexNormal(20260105, stream, 0, i, words, pair);
        int dimension = i % DIMENSIONS;
        features[i] = (float) (mean[dimension] + deviation[dimension] * pair[0]);
      }
      return FeatureStatistics.of(features, DIMENSIONS);
    }
  }

  /**
   * What is expected of a distance of estimates.
   *
   * @param closed |m₁ − m₂|² + Σ(s₁ − s₂)²
   * @param bias of n vectors
   * @param deviation of n vectors
   */
  private record Expected(double closed, double bias, double deviation) {
    static Expected of(Gaussian first, Gaussian second, int n) {
      double closed = 0;
      double bias = 0;
      double variance = 0;
      for (int i = 0; i < DIMENSIONS; i++) {
        double shift = first.mean[i] - second.mean[i];
        double a = first.deviation[i];
        double b = second.deviation[i];
        double ofMeans = (a * a + b * b) / n;
        closed += shift * shift + (a - b) * (a - b);
        variance += 4 * shift * shift * ofMeans + 2 * (a - b) * (a - b) * ofMeans;
        bias += ofMeans;
        variance += 2 * ofMeans * ofMeans;
        for (int j = 0; j <= i; j++) {
          double c = a * b;
          double other = first.deviation[j] * second.deviation[j];
          double pair = (i == j ? c : 2 * c * other / (c + other)) / n;
          bias += pair;
          variance += 2 * pair * pair;
        }
      }
      return new Expected(closed, bias, Math.sqrt(variance));
    }
  }

  private static final Gaussian FIRST = Gaussian.of(0, 1, 1, 0.5);
  private static final Gaussian SECOND = Gaussian.of(0.5, -0.5, 1.4, 1);

  private static double distance(Gaussian first, Gaussian second, int vectors) {
    return FrechetDistance.between(first.draw(1, vectors), second.draw(2, vectors)).value();
  }

  private static void require(Gaussian first, Gaussian second, int vectors) {
    Expected expected = Expected.of(first, second, vectors);
    assertThat(distance(first, second, vectors))
        .as("distance of %d vectors", vectors)
        .isCloseTo(expected.closed + expected.bias, within(3 * expected.deviation));
  }

  @Test
  void distanceIsTheClosedForm() {
    for (int vectors : VECTORS) {
      require(FIRST, SECOND, vectors);
      // Nothing but the bias is left.
      require(FIRST, FIRST, vectors);
    }
  }

  /** Counter-check: means alone are told from the distance, and so is no bias. */
  @Test
  void meansAloneAndNoBiasAreTold() {
    int many = VECTORS[VECTORS.length - 1];
    Gaussian onlyShifted = new Gaussian(SECOND.mean, FIRST.deviation);
    Expected shifted = Expected.of(FIRST, onlyShifted, many);
    Expected both = Expected.of(FIRST, SECOND, many);
    assertThat(distance(FIRST, SECOND, many) - shifted.closed - shifted.bias)
        .isGreaterThan(10 * 3 * both.deviation);
    assertThat(distance(FIRST, FIRST, VECTORS[0]))
        .isGreaterThan(3 * Expected.of(FIRST, FIRST, VECTORS[0]).deviation);
  }

  @Test
  void featuresOfAClassifierAreAsFarApartAsScipySays() throws IOException {
    FeatureStatistics real = features("features_real_test3000.npy");
    FeatureStatistics made = features("features_gan3000.npy");
    assertThat(FrechetDistance.between(real, made).value())
        .isCloseTo(SCIPY, within(SCIPY_TOLERANCE * SCIPY));
  }

  private static FeatureStatistics features(String name) throws IOException {
    Optional<Path> folder = data(System.getenv("LIGHTPATH_DATA"));
    Path file = folder.orElse(Path.of("")).resolve("metric_reference").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no test data: " + file + " is not there");
    double[] values = NpyFile.read(file).values();
    float[] features = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      features[i] = (float) values[i];
    }
    return FeatureStatistics.of(features, SCIPY_DIMENSIONS);
  }

  /** Data that the project may not ship: a named folder, or shared/data beside the project. */
  private static Optional<Path> data(@Nullable String named) {
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
