package org.lightpath.core.rounding;

/**
 * Mean amplitude gain of a forward and an inverse transform whose constants are rounded to single
 * precision.
 *
 * <p>A factor w of the forward transform is met again as its conjugate on the way back: together
 * they multiply by |w|², which is not quite one, at every step of a propagation. The mean over all
 * samples is known here, so the spectral tables can divide by it: without that the power drifts by
 * about 1e-7 a step.
 */
public final class RoundingGain {
  private double gain = 1;

  /** A gain of one. */
  public RoundingGain() {}

  /** Mean gain so far. */
  public double value() {
    return gain;
  }

  /**
   * Counts a stage's twiddle factors: rows of [re | im] of {@code lanes} each, besides which one in
   * {@code radix} samples is multiplied by one.
   */
  public void twiddles(float[] w, int from, int rows, int lanes, int radix) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int lane = 0; lane < lanes; lane++) {
        double re = w[from + 2 * row * lanes + lane];
        double im = w[from + (2 * row + 1) * lanes + lane];
        sum += re * re + im * im;
      }
    }
    double mean = sum / ((double) rows * lanes);
    gain *= (1 + (radix - 1) * mean) / radix;
  }

  /** Counts the constants of an odd radix r: Σ |F_mq|² / r² over the rounded matrix F. */
  public void oddRadix(int r) {
    double sum = 2.0 * r - 1;
    for (int m = 1; m < r; m++) {
      for (int q = 1; q < r; q++) {
        double angle = 2 * Math.PI * (m * q % r) / r;
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        sum += (double) cos * cos + (double) sin * sin;
      }
    }
    gain *= sum / ((double) r * r);
  }

  /** Counts √½ in radix 8: 16 of the 64 elements have both parts of that modulus. */
  public void radixEight() {
    double half = (float) Math.sqrt(0.5);
    gain *= (3 + 2 * half * half) / 4;
  }
}
