package org.lightpath.cli.core;

import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/** The numbers that are multiplied. */
final class Operands {
  /** Draws of the operands; what a core draws has other streams. */
  private static final int STREAM = 0x4F504552; // "OPER"

  private final MatmulShape shape;
  private final Precision precision;
  private final double[] left;
  private final double[] right;
  private final String words;

  /**
   * Operands.
   *
   * @param shape extents
   * @param precision of storage
   * @param left A in its layout
   * @param right B in its layout
   * @param words what they are, in words
   */
  Operands(MatmulShape shape, Precision precision, double[] left, double[] right, String words) {
    this.shape = shape;
    this.precision = precision;
    this.left = left;
    this.right = right;
    this.words = words;
  }

  MatmulShape shape() {
    return shape;
  }

  Precision precision() {
    return precision;
  }

  String words() {
    return words;
  }

  /** A on the host; the caller closes it. */
  RealMatrix leftMatrix() {
    return RealMatrix.of(shape.left(), precision, left);
  }

  /** B on the host; the caller closes it. */
  RealMatrix rightMatrix() {
    return RealMatrix.of(shape.right(), precision, right);
  }

  /** Values spread evenly over [−1, 1]. */
  static double[] uniform(MatrixShape shape, long seed, int substream) {
    double[] values = new double[Math.toIntExact(shape.elements())];
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      Philox.words(seed, STREAM, substream, i, words);
      values[i] = 2 * Philox.uniform(words[0]) - 1;
    }
    return values;
  }

  /** Standard normal values. */
  static double[] normal(MatrixShape shape, long seed, int substream) {
    double[] values = new double[Math.toIntExact(shape.elements())];
    int[] words = new int[4];
    double[] pair = new double[2];
    for (int i = 0; i < values.length; i++) {
      Philox.complexNormal(seed, STREAM, substream, i, words, pair);
      values[i] = pair[0];
    }
    return values;
  }
}
