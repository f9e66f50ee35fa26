package org.lightpath.cloud.quality;

/**
 * Distance of feature vectors of the same image made twice: the mean of 1 − cos(f, g). A perceptual
 * measure in the features of whatever network made them; not LPIPS, which has weights of its own.
 */
public final class FeatureDistance {
  private FeatureDistance() {}

  /**
   * Mean over rows of 1 − f·g/(|f| |g|): 0 for equal directions, 1 for orthogonal ones. Two zero
   * vectors are equal, one zero vector is orthogonal to everything.
   *
   * @param reference f, (count, dimensions)
   * @param observed g, as f
   * @param dimensions numbers in a vector
   * @throws IllegalArgumentException if the arrays are no whole rows of equal number
   */
  public static double cosine(float[] reference, float[] observed, int dimensions) {
    PairedArrays.requireSameLength("feature distance", reference, observed);
    int rows = PairedArrays.rows("feature distance", reference, dimensions);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += 1 - cosineOfRow(reference, observed, row * dimensions, dimensions);
    }
    return sum / rows;
  }

  private static double cosineOfRow(float[] reference, float[] observed, int start, int length) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = start; i < start + length; i++) {
      product += (double) reference[i] * observed[i];
      first += (double) reference[i] * reference[i];
      second += (double) observed[i] * observed[i];
    }
    if (first == 0 || second == 0) {
      return first == second ? 1 : 0;
    }
    return Math.clamp(product / Math.sqrt(first) / Math.sqrt(second), -1.0, 1.0);
  }
}
