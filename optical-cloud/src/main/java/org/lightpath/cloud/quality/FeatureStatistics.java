package org.lightpath.cloud.quality;

/**
 * Mean and covariance of feature vectors, gathered batch by batch in double precision and joined by
 * the update of Chan, Golub and LeVeque 1979.
 */
public final class FeatureStatistics {
  private final int dimensions;
  private long count;
  private final double[] mean;
  private final double[] scatter;

  /**
   * Nothing yet.
   *
   * @param dimensions numbers in a feature vector
   * @throws IllegalArgumentException if there are none
   */
  public FeatureStatistics(int dimensions) {
    if (dimensions < 1) {
      throw new IllegalArgumentException(
          "features of %d dimensions, expected at least 1".formatted(dimensions));
    }
    this.dimensions = dimensions;
    mean = new double[dimensions];
    scatter = new double[Math.multiplyExact(dimensions, dimensions)];
  }

  /** Statistics of the rows of (count, dimensions). */
  public static FeatureStatistics of(float[] features, int dimensions) {
    FeatureStatistics statistics = new FeatureStatistics(dimensions);
    statistics.add(features);
    return statistics;
  }

  /**
   * Statistics that are known already.
   *
   * @param count n, vectors they were taken of
   * @param mean of each dimension
   * @param covariance unbiased (divisor n − 1), row by row
   * @throws IllegalArgumentException if there are fewer than two vectors or the sizes do not fit
   */
  public static FeatureStatistics given(long count, double[] mean, double[] covariance) {
    FeatureStatistics statistics = new FeatureStatistics(mean.length);
    if (count < 2 || covariance.length != statistics.scatter.length) {
      throw new IllegalArgumentException(
          "statistics of %d vectors with %d means and %d covariances, expected at least 2 vectors and %d covariances"
              .formatted(count, mean.length, covariance.length, statistics.scatter.length));
    }
    statistics.count = count;
    System.arraycopy(mean, 0, statistics.mean, 0, mean.length);
    for (int i = 0; i < covariance.length; i++) {
      statistics.scatter[i] = covariance[i] * (count - 1);
    }
    return statistics;
  }

  /**
   * Adds feature vectors.
   *
   * @param features (count, dimensions)
   * @throws IllegalArgumentException if these are no whole vectors, or a number is not finite
   */
  public void add(float[] features) {
    int rows = PairedArrays.rows("features", features, dimensions);
    FeatureStatistics batch = new FeatureStatistics(dimensions);
    batch.count = rows;
    for (int i = 0; i < features.length; i++) {
      if (!Float.isFinite(features[i])) {
        throw new IllegalArgumentException(
            "features: number %d of vector %d is %s; expected finite numbers"
                .formatted(i % dimensions, i / dimensions, features[i]));
      }
      batch.mean[i % dimensions] += features[i];
    }
    for (int j = 0; j < dimensions; j++) {
      batch.mean[j] /= rows;
    }
    double[] centred = new double[dimensions];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < dimensions; j++) {
        centred[j] = features[row * dimensions + j] - batch.mean[j];
      }
      batch.addScatter(centred, 1);
    }
    merge(batch);
  }

  /** Adds the outer product of a vector with itself, both halves. */
  private void addScatter(double[] vector, double weight) {
    for (int i = 0; i < dimensions; i++) {
      double scaled = weight * vector[i];
      for (int j = 0; j < dimensions; j++) {
        scatter[i * dimensions + j] += scaled * vector[j];
      }
    }
  }

  /**
   * Adds what another gathered; that one stays as it is.
   *
   * @throws IllegalArgumentException if its vectors have another length
   */
  public void merge(FeatureStatistics other) {
    if (other.dimensions != dimensions) {
      throw new IllegalArgumentException(
          "features of %d and %d dimensions: take both from the same layer"
              .formatted(dimensions, other.dimensions));
    }
    if (other.count == 0) {
      return;
    }
    double total = (double) count + other.count;
    double[] delta = new double[dimensions];
    for (int j = 0; j < dimensions; j++) {
      delta[j] = other.mean[j] - mean[j];
      mean[j] += delta[j] * other.count / total;
    }
    for (int i = 0; i < scatter.length; i++) {
      scatter[i] += other.scatter[i];
    }
    addScatter(delta, count / total * other.count);
    count += other.count;
  }

  /** Numbers in a vector. */
  public int dimensions() {
    return dimensions;
  }

  /** Vectors so far. */
  public long count() {
    return count;
  }

  /** Mean vector. */
  public double[] mean() {
    return mean.clone();
  }

  /**
   * Covariance, unbiased (divisor n − 1), row by row.
   *
   * @throws IllegalStateException if there are fewer than two vectors
   */
  public double[] covariance() {
    if (count < 2) {
      throw new IllegalStateException(
          "covariance of %d feature vectors, expected at least 2".formatted(count));
    }
    double[] covariance = scatter.clone();
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] /= count - 1;
    }
    return covariance;
  }
}
