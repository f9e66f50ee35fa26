package org.lightpath.core.cpu.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.field.Precision;
import org.lightpath.core.random.Philox;

/** Vectorised normals against those of {@link Philox}, one by one. */
class MatmulNormalsTest {
  private static final int COUNT = 256;
  private static final int ROUNDS = 2000;

  /**
   * Roundings that may add up, each relative to the radius: root of a logarithm good to 3 ulp (2),
   * product (1), cosine of an angle that is rounded twice (2 · π/2 · ½) and of its polynomial (2).
   */
  private static final int ULPS = 8;

  private static final long SEED = 0x9876_5432_1234_5678L;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void normalsAreTheReferencesToAFewUlp(Precision precision) {
    double error =
        precision == Precision.SINGLE
            ? worst(MatmulKernelSets.single(), FloatElements.INSTANCE, 1, SEED)
            : worst(MatmulKernelSets.wide(), DoubleElements.INSTANCE, 1, SEED);
    assertThat(error / precision.unitRoundoff()).isLessThan(ULPS);
  }

  /** Counters carry into their high word. */
  @ParameterizedTest
  @ValueSource(longs = {(1L << 32) - 100, (1L << 40) + 12_345})
  void countersHaveSixtyFourBits(long start) {
    double error = worst(MatmulKernelSets.single(), FloatElements.INSTANCE, start, SEED);
    assertThat(error / Precision.SINGLE.unitRoundoff()).isLessThan(ULPS);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void anotherSeedIsSeen(Precision precision) {
    double error =
        precision == Precision.SINGLE
            ? worst(MatmulKernelSets.single(), FloatElements.INSTANCE, 1, SEED + 1)
            : worst(MatmulKernelSets.wide(), DoubleElements.INSTANCE, 1, SEED + (1L << 32));
    assertThat(error).isGreaterThan(1);
  }

  /** Largest error of all three kinds of normals relative to their radius. */
  private static <A> double worst(
      MatmulKernels<A> kernels, Elements<A> elements, long start, long seed) {
    A x = elements.allocate(COUNT);
    A y = elements.allocate(COUNT);
    A z = elements.allocate(COUNT);
    A first = elements.allocate(COUNT);
    long[] scratch = new long[2 * COUNT];
    Draw draw = new Draw(seed, -3);
    draw.renumber(-7);
    int vectors = COUNT / kernels.lanes();
    int[] words = new int[4];
    double[] normal = new double[4];
    double worst = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long index = start + (long) round * COUNT;
      kernels.normals(draw, index, false, vectors, first, scratch);
      kernels.pairs(draw, index, vectors, x, y, scratch);
      kernels.normals(draw, index, true, vectors, z, scratch);
      for (int i = 0; i < COUNT; i++) {
        Philox.normals(SEED, -3, -7, index + i, words, normal);
        double low = radius(words[0]);
        double high = radius(words[2]);
        worst = Math.max(worst, Math.abs(elements.get(first, i) - normal[0]) / low);
        worst = Math.max(worst, Math.abs(elements.get(x, i) - normal[0]) / low);
        worst = Math.max(worst, Math.abs(elements.get(y, i) - normal[1]) / low);
        worst = Math.max(worst, Math.abs(elements.get(z, i) - normal[2]) / high);
      }
    }
    return worst;
  }

  private static double radius(int word) {
    return Math.sqrt(-2 * Math.log(Philox.uniform(word)));
  }
}
