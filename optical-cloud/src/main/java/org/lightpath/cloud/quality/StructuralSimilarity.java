package org.lightpath.cloud.quality;

/**
 * Structural similarity of two images (Wang, Bovik, Sheikh, Simoncelli, IEEE Trans. Image Process.
 * 13, 600, 2004): with Gaussian-weighted means μ, variances σ² and covariance σ_xy of 11 × 11
 * pixels, σ = 1.5 pixels,
 *
 * <p>SSIM = (2 μ_x μ_y + C₁)(2 σ_xy + C₂) / ((μ_x² + μ_y² + C₁)(σ_x² + σ_y² + C₂)), C₁ = (0.01 R)²,
 * C₂ = (0.03 R)², averaged over pixels. All constants are the paper's.
 *
 * @param range R: largest less smallest value that can occur
 * @param border which pixels are averaged
 */
public record StructuralSimilarity(double range, Border border) {
  private static final int RADIUS = 5;
  private static final double SIGMA = 1.5;
  private static final double K1 = 0.01;
  private static final double K2 = 0.03;
  private static final double[] TAPS = taps();

  /** What happens within five pixels of the border. */
  public enum Border {
    /** Only windows that lie inside the image count, as in the paper. */
    INSIDE,
    /** The image is mirrored at its edges (d c b a | a b c d), and every pixel counts. */
    MIRRORED
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public StructuralSimilarity {
    if (!(range > 0)) {
      throw new IllegalArgumentException("SSIM: range %s, expected above 0".formatted(range));
    }
  }

  /** As in the paper: windows inside the image only. */
  public static StructuralSimilarity inside(double range) {
    return new StructuralSimilarity(range, Border.INSIDE);
  }

  private static double[] taps() {
    double[] taps = new double[2 * RADIUS + 1];
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      taps[i] = Math.exp(-(i - RADIUS) * (i - RADIUS) / (2 * SIGMA * SIGMA));
      sum += taps[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum;
    }
    return taps;
  }

  /**
   * Mean SSIM over planes (images times channels).
   *
   * @param reference x, (planes, height, width)
   * @param observed y, as x
   * @param height of a plane [pixels]
   * @param width of a plane [pixels]
   * @throws IllegalArgumentException if the arrays are no whole planes of equal number, or a plane
   *     is smaller than the window
   */
  public double mean(float[] reference, float[] observed, int height, int width) {
    PairedArrays.requireSameLength("SSIM", reference, observed);
    int least = 2 * RADIUS + 1;
    if (height < least || width < least) {
      throw new IllegalArgumentException(
          "SSIM: planes of %d × %d pixels, expected at least %d × %d"
              .formatted(height, width, least, least));
    }
    int planes = PairedArrays.rows("SSIM", reference, Math.multiplyExact(height, width));
    double sum = 0;
    for (int p = 0; p < planes; p++) {
      sum += plane(reference, observed, new Plane(p * height * width, height, width));
    }
    return sum / planes;
  }

  private record Plane(int start, int height, int width) {
    int pixels() {
      return height * width;
    }
  }

  private double plane(float[] x, float[] y, Plane plane) {
    int n = plane.pixels();
    double[][] maps = new double[5][n];
    for (int i = 0; i < n; i++) {
      double a = x[plane.start + i];
      double b = y[plane.start + i];
      maps[0][i] = a;
      maps[1][i] = b;
      maps[2][i] = a * a;
      maps[3][i] = b * b;
      maps[4][i] = a * b;
    }
    for (int m = 0; m < maps.length; m++) {
      maps[m] = smooth(maps[m], plane);
    }
    int margin = border == Border.INSIDE ? RADIUS : 0;
    double sum = 0;
    for (int row = margin; row < plane.height - margin; row++) {
      for (int column = margin; column < plane.width - margin; column++) {
        sum += pixel(maps, row * plane.width + column);
      }
    }
    return sum / ((plane.height - 2 * margin) * (double) (plane.width - 2 * margin));
  }

  private double pixel(double[][] maps, int i) {
    double c1 = K1 * range * K1 * range;
    double c2 = K2 * range * K2 * range;
    double mx = maps[0][i];
    double my = maps[1][i];
    double vx = maps[2][i] - mx * mx;
    double vy = maps[3][i] - my * my;
    double cov = maps[4][i] - mx * my;
    return (2 * mx * my + c1) * (2 * cov + c2) / ((mx * mx + my * my + c1) * (vx + vy + c2));
  }

  private static double[] smooth(double[] map, Plane plane) {
    double[] across = new double[map.length];
    double[] both = new double[map.length];
    for (int row = 0; row < plane.height; row++) {
      for (int column = 0; column < plane.width; column++) {
        double sum = 0;
        for (int t = -RADIUS; t <= RADIUS; t++) {
          sum += TAPS[t + RADIUS] * map[row * plane.width + mirrored(column + t, plane.width)];
        }
        across[row * plane.width + column] = sum;
      }
    }
    for (int row = 0; row < plane.height; row++) {
      for (int t = -RADIUS; t <= RADIUS; t++) {
        int from = mirrored(row + t, plane.height) * plane.width;
        for (int column = 0; column < plane.width; column++) {
          both[row * plane.width + column] += TAPS[t + RADIUS] * across[from + column];
        }
      }
    }
    return both;
  }

  private static int mirrored(int index, int extent) {
    if (index < 0) {
      return -1 - index;
    }
    return index < extent ? index : 2 * extent - 1 - index;
  }
}
