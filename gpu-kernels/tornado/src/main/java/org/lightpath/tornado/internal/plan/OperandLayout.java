package org.lightpath.tornado.internal.plan;

import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandNoise;

/**
 * One operand of a product.
 *
 * @param values numbers of the matrices
 * @param streams streams of a matrix along K
 * @param inner K
 * @param turned whether B is stored as its transpose
 * @param encoding the way onto light
 */
record OperandLayout(int values, int streams, int inner, boolean turned, OperandEncoding encoding) {

  static OperandLayout of(
      MatrixShape shape, int streams, int inner, boolean turned, OperandEncoding encoding) {
    return new OperandLayout(Math.toIntExact(shape.elements()), streams, inner, turned, encoding);
  }

  boolean remembers() {
    return encoding.memory().isPresent();
  }

  int streamsInAll() {
    return values / inner;
  }

  /** Layout of the kernels of an operand; adds what they read to the tables. */
  int[] write(Tables tables) {
    OperandNoise noise = encoding.noise();
    LevelTable levels = encoding.levels();
    double[] table = new double[levels.words()];
    for (int word = 0; word < table.length; word++) {
      table[word] = levels.level(word);
    }
    return new int[] {
      values,
      streams,
      inner,
      turned ? 1 : 0,
      0,
      levels.words(),
      tables.add(table),
      tables.add(
          noise.relative(),
          noise.additive(),
          noise.phaseOffset(),
          noise.phase(),
          encoding.memory().pole(),
          encoding.memory().skew()),
      noise.isRandom() ? 1 : 0,
      (int) noise.seed(),
      (int) (noise.seed() >>> Integer.SIZE),
      noise.stream(),
      streamsInAll(),
      0,
      0,
      0
    };
  }
}
