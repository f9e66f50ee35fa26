package org.lightpath.core.cpu.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;

/**
 * Puts pieces of one operand onto light, in place; one for each worker.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class OperandEncoder<A> {
  /** Words that a number of single precision tells apart with room to spare. */
  private static final int MOST_WORDS = 1 << 20;

  private final MatmulKernels<A> kernels;
  private final OperandNoise noise;
  private final OperandMemory memory;
  private final double[] levels;
  private final boolean equidistant;
  private final double fixedFactor;
  private final Draw draw;
  private final A first;
  private final A second;
  private final long[] scratch;
  private double scale = 1;
  private boolean counting;
  private long clipped;

  OperandEncoder(
      OperandEncoding encoding,
      Precision precision,
      Elements<A> elements,
      MatmulKernels<A> kernels) {
    this.kernels = kernels;
    this.noise = encoding.noise();
    this.memory = encoding.memory();
    this.levels = levels(encoding.levels());
    this.equidistant = equidistant(levels, precision);
    this.fixedFactor = noise.phase() > 0 ? 1 : Math.cos(noise.phaseOffset());
    this.draw = new Draw(noise.seed(), noise.stream());
    int length = noise.isRandom() ? MatmulKernels.SLOT : 0;
    this.first = elements.allocate(length);
    this.second = elements.allocate(length);
    this.scratch = new long[2 * length];
  }

  private static double[] levels(LevelTable table) {
    double[] levels = new double[table.words()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = table.level(i);
    }
    return levels;
  }

  /** Whether levels follow from their words to within rounding. */
  private static boolean equidistant(double[] levels, Precision precision) {
    int n = levels.length;
    if (n == 0 || n > MOST_WORDS) {
      return false;
    }
    double step = (levels[n - 1] - levels[0]) / (n - 1);
    double largest = Math.max(Math.abs(levels[0]), Math.abs(levels[n - 1]));
    for (int i = 0; i < n; i++) {
      double error = Math.abs(levels[0] + i * step - levels[i]);
      if (!(error <= precision.unitRoundoff() * largest)) {
        return false;
      }
    }
    return true;
  }

  /** Starts a run. */
  void begin(double fullScale, int sample) {
    scale = fullScale;
    draw.renumber(sample);
  }

  /** Whether values beyond the full scale are counted: a piece may be packed more than once. */
  void count(boolean on) {
    counting = on;
  }

  /** Values clipped so far. */
  long clipped() {
    return clipped;
  }

  /** Whether anything random is drawn. */
  boolean isRandom() {
    return noise.isRandom();
  }

  /** Memory along K. */
  OperandMemory memory() {
    return memory;
  }

  /** What is emitted without noise. */
  void emit(A x, int xo, int vectors) {
    int beyond = kernels.clip(x, xo, vectors, scale);
    if (counting) {
      clipped += beyond;
    }
    int n = levels.length;
    if (equidistant) {
      double step = (levels[n - 1] - levels[0]) / (n - 1);
      kernels.levels(x, xo, vectors, (n - 1) / 2.0, levels[0], step);
    } else if (n > 0) {
      kernels.lookUp(x, xo, vectors * kernels.lanes(), levels);
    }
    if (fixedFactor != 1 && !noise.isRandom()) {
      kernels.scale(x, xo, vectors, fixedFactor);
    }
  }

  /**
   * Noise of values whose indices follow one another; at most a slot at once.
   *
   * @param index of the first value in the operand's own layout
   */
  void disturb(A x, int xo, int vectors, long index) {
    if (noise.relative() > 0 || noise.additive() > 0) {
      kernels.pairs(draw, index, vectors, first, second, scratch);
      kernels.disturb(x, xo, vectors, first, second, noise.relative(), noise.additive());
    }
    if (noise.phase() > 0) {
      kernels.normals(draw, index, true, vectors, first, scratch);
      double turn = 2 * Math.PI;
      kernels.turn(x, xo, vectors, first, noise.phaseOffset() / turn, noise.phase() / turn);
    } else if (fixedFactor != 1) {
      kernels.scale(x, xo, vectors, fixedFactor);
    }
  }
}
