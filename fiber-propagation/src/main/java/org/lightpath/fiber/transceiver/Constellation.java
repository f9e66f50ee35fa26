package org.lightpath.fiber.transceiver;

/**
 * Square QAM of unit mean energy with a binary reflected Gray label on each quadrature.
 *
 * <p>Label bits, most significant first: the upper half selects the in-phase level, the lower half
 * the quadrature level. Neighbours at the smallest distance differ in one bit. With L = 2^(m/2)
 * levels a = 2i − L + 1, the mean energy before scaling is 2(L² − 1)/3 (Proakis, "Digital
 * Communications", 4th ed., §5.2.9).
 */
public final class Constellation {
  private final int bits;
  private final int levels;
  private final double scale;
  private final double[] re;
  private final double[] im;

  private Constellation(int bits) {
    this.bits = bits;
    this.levels = 1 << (bits / 2);
    this.scale = Math.sqrt(3 / (2 * ((double) levels * levels - 1)));
    this.re = new double[1 << bits];
    this.im = new double[1 << bits];
    for (int i = 0; i < levels; i++) {
      for (int q = 0; q < levels; q++) {
        int label = gray(i) << (bits / 2) | gray(q);
        re[label] = (2 * i - levels + 1) * scale;
        im[label] = (2 * q - levels + 1) * scale;
      }
    }
  }

  /**
   * Square QAM.
   *
   * @param bits m per symbol: 2, 4, 6, …
   * @throws IllegalArgumentException if m is not a positive even number up to 12
   */
  public static Constellation squareQam(int bits) {
    if (bits < 2 || bits > 12 || bits % 2 != 0) {
      throw new IllegalArgumentException(
          "square QAM of %d bits: expected 2, 4, …, 12 bits per symbol".formatted(bits));
    }
    return new Constellation(bits);
  }

  /** Bits m per symbol. */
  public int bitsPerSymbol() {
    return bits;
  }

  /** Number of points M = 2^m. */
  public int size() {
    return re.length;
  }

  /** Levels L = √M of each quadrature. */
  public int levels() {
    return levels;
  }

  /** Smallest distance between two points. */
  public double minimumDistance() {
    return 2 * scale;
  }

  /** Real part of the point with a label. */
  public double re(int label) {
    return re[label];
  }

  /** Imaginary part of the point with a label. */
  public double im(int label) {
    return im[label];
  }

  /** Label of the point nearest to (x, y): the maximum-likelihood decision in Gaussian noise. */
  public int decide(double x, double y) {
    return gray(level(x)) << (bits / 2) | gray(level(y));
  }

  private int level(double value) {
    // A NaN becomes level 0 here; the caller sees it in the SNR.
    return Math.clamp(Math.round((value / scale + levels - 1) / 2), 0, levels - 1);
  }

  /** Binary reflected Gray code of a level. */
  static int gray(int level) {
    return level ^ (level >>> 1);
  }
}
