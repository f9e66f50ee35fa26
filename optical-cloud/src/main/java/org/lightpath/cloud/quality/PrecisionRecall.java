package org.lightpath.cloud.quality;

import java.util.Arrays;

/**
 * Precision and recall of a set of made feature vectors against real ones (Kynkäänniemi et al.,
 * NeurIPS 2019): the manifold of a set is the union of balls around its vectors, each reaching its
 * k-th nearest neighbour in the set. Precision is the share of made vectors in the real manifold,
 * recall the share of real ones in the made manifold. Needs n₁ n₂ distances.
 *
 * @param precision share in [0, 1]
 * @param recall share in [0, 1]
 */
public record PrecisionRecall(double precision, double recall) {
  /** Neighbours k of the paper. */
  public static final int NEIGHBOURS = 3;

  /**
   * Of two sets.
   *
   * @param real (count, dimensions)
   * @param made (count, dimensions); the counts may differ
   * @param dimensions numbers in a vector
   * @throws IllegalArgumentException if these are no whole vectors, or a set has not more than k
   */
  public static PrecisionRecall of(float[] real, float[] made, int dimensions) {
    double[] realRadii = radii(real, dimensions);
    double[] madeRadii = radii(made, dimensions);
    return new PrecisionRecall(
        covered(made, real, realRadii, dimensions), covered(real, made, madeRadii, dimensions));
  }

  private static double[] radii(float[] set, int dimensions) {
    int rows = PairedArrays.rows("precision and recall", set, dimensions);
    if (rows <= NEIGHBOURS) {
      throw new IllegalArgumentException(
          "precision and recall: %d vectors, expected more than the %d neighbours"
              .formatted(rows, NEIGHBOURS));
    }
    double[] radii = new double[rows];
    for (int i = 0; i < rows; i++) {
      double[] nearest = new double[NEIGHBOURS];
      Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      for (int j = 0; j < rows; j++) {
        if (j != i) {
          insert(nearest, squaredDistance(set, i, set, j, dimensions));
        }
      }
      radii[i] = nearest[NEIGHBOURS - 1];
    }
    return radii;
  }

  /** Keeps the smallest distances in rising order. */
  private static void insert(double[] nearest, double distance) {
    for (int k = nearest.length - 1; k >= 0 && distance < nearest[k]; k--) {
      if (k + 1 < nearest.length) {
        nearest[k + 1] = nearest[k];
      }
      nearest[k] = distance;
    }
  }

  private static double covered(float[] points, float[] set, double[] radii, int dimensions) {
    int rows = points.length / dimensions;
    int inside = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < radii.length; j++) {
        if (squaredDistance(points, i, set, j, dimensions) <= radii[j]) {
          inside++;
          break;
        }
      }
    }
    return (double) inside / rows;
  }

  private static double squaredDistance(float[] a, int row, float[] b, int other, int dimensions) {
    double sum = 0;
    for (int k = 0; k < dimensions; k++) {
      double difference = (double) a[row * dimensions + k] - b[other * dimensions + k];
      sum += difference * difference;
    }
    return sum;
  }
}
