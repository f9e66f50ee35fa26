package org.lightpath.core.cpu.internal;

import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.rounding.RoundingGain;
import org.lightpath.core.rounding.UnitRounding;

/**
 * Constants of the stages inside a vector of L lanes, and where these stages put each frequency.
 *
 * <p>A stage interleaves the lanes of two vectors (perfect shuffle), so that the bit of the time
 * index it works on becomes the number of the vector; the same shuffle serves every stage. Four
 * blocks together take two bits at a time (radix 4), two blocks take one.
 */
final class LaneTables {
  private LaneTables() {}

  /** Rows of L: interleave low, interleave high, even lanes of a pair, odd lanes of a pair. */
  static double[] doubleShuffles(int lanes) {
    double[] table = new double[4 * lanes];
    int half = lanes / 2;
    for (int i = 0; i < lanes; i++) {
      table[i] = interleaved(i, lanes);
      table[lanes + i] = table[i] + half;
      table[2 * lanes + i] = 2 * i;
      table[3 * lanes + i] = 2 * i + 1;
    }
    return table;
  }

  /** The same as {@link #doubleShuffles}, for single precision. */
  static float[] floatShuffles(int lanes) {
    double[] wide = doubleShuffles(lanes);
    float[] table = new float[wide.length];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) wide[i];
    }
    return table;
  }

  /** {@link #doubleShuffles} of 2 lanes for vectors of 4 single numbers, two for each. */
  static float[] pairShuffles() {
    double[] lanes = doubleShuffles(2);
    float[] table = new float[2 * lanes.length];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) (2 * lanes[i / 2] + i % 2);
    }
    return table;
  }

  /** Lane of a pair of vectors that the low half of the interleaved pair holds at {@code i}. */
  private static int interleaved(int i, int lanes) {
    return i / 2 + i % 2 * lanes;
  }

  /** Twiddle factors of the radix 2 stages: for g = 1, 2, 4, … below L the row [re | im]. */
  static double[] doubleRoots(int lanes) {
    double[] table = new double[2 * lanes * Integer.numberOfTrailingZeros(lanes)];
    int row = 0;
    for (int g = 1; g < lanes; g *= 2) {
      for (int i = 0; i < lanes; i++) {
        int k = i / (lanes / g);
        table[row + i] = UnitRoots.cos(k, 2L * g);
        table[row + lanes + i] = -UnitRoots.sin(k, 2L * g);
      }
      row += 2 * lanes;
    }
    return table;
  }

  /** Twiddle factors of the first radix 4 stage: for m = 1, 2, 3 the row [re | im]. */
  static double[] doubleFourthRoots(int lanes) {
    double[] table = new double[6 * lanes];
    for (int m = 1; m < 4; m++) {
      for (int i = 0; i < lanes; i++) {
        table[(m - 1) * 2 * lanes + i] = UnitRoots.cos((long) m * (i / 4), lanes);
        table[(2 * m - 1) * lanes + i] = -UnitRoots.sin((long) m * (i / 4), lanes);
      }
    }
    return table;
  }

  /** {@link #doubleRoots}, rounded with the modulus kept. */
  static float[] floatRoots(int lanes) {
    return rounded(doubleRoots(lanes), lanes);
  }

  /** {@link #doubleFourthRoots}, rounded with the modulus kept. */
  static float[] floatFourthRoots(int lanes) {
    return rounded(doubleFourthRoots(lanes), lanes);
  }

  /** Counts the single-precision stages inside a vector that take {@code unit} blocks at a time. */
  static void count(RoundingGain gain, int lanes, int unit) {
    if (unit == 4 && lanes > 4) {
      gain.twiddles(floatFourthRoots(lanes), 0, 3, lanes, 4);
    }
    if (unit == 2) {
      float[] roots = floatRoots(lanes);
      int row = 0;
      for (int g = 1; g < lanes; g *= 2) {
        gain.twiddles(roots, 2 * lanes * row++, 1, lanes, 2);
      }
    }
  }

  private static float[] rounded(double[] roots, int lanes) {
    float[] table = new float[roots.length];
    for (int row = 0; row < roots.length; row += 2 * lanes) {
      for (int i = row; i < row + lanes; i++) {
        UnitRounding.round(roots[i], roots[i + lanes], table, i, i + lanes);
      }
    }
    return table;
  }

  /**
   * Applies the lane stages to frequency labels.
   *
   * @param labels labels of two or four neighbouring blocks, one row each; replaced
   * @param weight what a set first bit of the lane frequency adds to a label
   */
  static void label(int[][] labels, int weight) {
    int step = weight;
    int bits = Integer.numberOfTrailingZeros(labels[0].length);
    if (labels.length == 4) {
      for (; bits >= 2; bits -= 2) {
        labelFour(labels, step);
        step *= 4;
      }
    }
    for (; bits > 0; bits--) {
      for (int q = 0; q < labels.length; q += 2) {
        labelTwo(labels, q, step);
      }
      step *= 2;
    }
  }

  private static void labelFour(int[][] v, int step) {
    int[] a0 = interleave(v[0], v[1]);
    int[] a2 = interleave(v[2], v[3]);
    // All four results carry the same labels before the frequency is added.
    int[] x0 = interleave(a0, a2);
    for (int m = 0; m < 4; m++) {
      v[m] = shifted(x0, m * step);
    }
  }

  private static void labelTwo(int[][] v, int q, int step) {
    int[] x = interleave(v[q], v[q + 1]);
    v[q] = x;
    v[q + 1] = shifted(x, step);
  }

  /** Labels of the low half of the shuffle; those of the high half are the same. */
  private static int[] interleave(int[] a, int[] b) {
    int lanes = a.length;
    int[] result = new int[lanes];
    for (int i = 0; i < lanes; i++) {
      int from = interleaved(i, lanes);
      result[i] = from < lanes ? a[from] : b[from - lanes];
    }
    return result;
  }

  private static int[] shifted(int[] labels, int by) {
    int[] result = labels.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += by;
    }
    return result;
  }
}
