package org.lightpath.cli.bench;

import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/**
 * One case of the benchmark of matrix products: operands uniform in [−1, 1], each within a third of
 * a word of one of the 256 words of an 8-bit converter, so that rounding takes none to the next
 * word and errors stay comparable between engines and precisions.
 *
 * @param batch products
 * @param rows M
 * @param columns N
 * @param inner K
 * @param precision of storage and arithmetic
 */
record ProductCase(int batch, int rows, int columns, int inner, Precision precision) {
  /** Words of the converters of operands and readouts. */
  static final int WORDS = 256;

  /** Seed of operands and of noise. */
  static final long SEED = 1;

  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final double OFFSET = 0.6;

  MatmulShape shape() {
    return MatmulShape.of(batch, rows, columns, inner);
  }

  /** Flops of the first product: 2·batch·M·N·K. */
  double flops() {
    return 2.0 * shape().macs();
  }

  /** Values read and written at least: A, B and C once each. */
  long elements() {
    return shape().left().elements() + shape().right().elements() + shape().result().elements();
  }

  /** The first rows of the first product alone: same K and N, same values. */
  ProductCase firstRows(int count) {
    return new ProductCase(1, Math.min(count, rows), columns, inner, precision);
  }

  /** A in the precision of the case. */
  RealMatrix left() {
    return drawn(shape().left(), LEFT);
  }

  /** B in the precision of the case. */
  RealMatrix right() {
    return drawn(shape().right(), RIGHT);
  }

  private RealMatrix drawn(MatrixShape matrix, int stream) {
    RealMatrix values = RealMatrix.allocate(matrix, precision);
    int[] words = new int[4];
    for (long i = 0; i < matrix.elements(); i++) {
      Philox.words(SEED, stream, 0, i, words);
      values.setReal(i, value(words[0] >>> 24, Philox.uniform(words[1]) - 0.5));
    }
    return values;
  }

  private static double value(int word, double offset) {
    double moved = word == 0 || word == WORDS - 1 ? 0 : OFFSET * offset;
    return (2 * (word + moved) - (WORDS - 1)) / (WORDS - 1);
  }
}
