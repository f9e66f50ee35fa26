package org.lightpath.core.reference;

import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.random.Philox;

/** Puts an operand onto light as the formulas say, value by value. */
final class ReferenceEncoder {
  private final OperandEncoding encoding;
  private final int[] words = new int[4];
  private final double[] normal = new double[4];
  private long clipped;

  ReferenceEncoder(OperandEncoding encoding) {
    this.encoding = encoding;
  }

  /** Values clipped so far. */
  long clipped() {
    return clipped;
  }

  /** Level with its noise. */
  double emit(double value, double scale, int sample, long index) {
    if (Math.abs(value) > scale) {
      clipped++;
    }
    double level = encoding.levels().emitted(Math.clamp(value / scale, -1, 1));
    OperandNoise noise = encoding.noise();
    if (noise.isRandom()) {
      Philox.normals(noise.seed(), noise.stream(), sample, index, words, normal);
    }
    return (level * (1 + noise.relative() * normal[0]) + noise.additive() * normal[1])
        * Math.cos(noise.phaseOffset() + noise.phase() * normal[2]);
  }

  /** Lets a stream of symbols run into one another, in place. */
  void remember(double[] stream) {
    OperandMemory memory = encoding.memory();
    double pole = memory.pole();
    double before = 0;
    for (int k = 0; k < stream.length; k++) {
      double now = pole * before + (1 - pole) * stream[k];
      stream[k] = (1 - memory.skew()) * now + memory.skew() * before;
      before = now;
    }
  }
}
