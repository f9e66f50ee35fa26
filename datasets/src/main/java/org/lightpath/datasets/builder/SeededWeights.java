package org.lightpath.datasets.builder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.lightpath.core.random.Philox;

/**
 * Random weights that cost little: all tensors of a model are views of one buffer as long as the
 * largest of them, which repeats a block of 1,048,573 seeded normal numbers. The block's length is
 * prime (the largest below 2²⁰), so that rows of a matrix do not repeat one another; tensors start
 * at different places of it.
 *
 * <p>The standard deviation is 0.02 throughout, the initial one of DCGAN (Radford et al. 2016,
 * section 4) and of GPT-2 (Radford et al. 2019, code); for the other models it is assumed.
 */
final class SeededWeights {
  static final int BLOCK = 1_048_573;
  static final double DEVIATION = 0.02;

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int STREAM = 0x57454947; // "WEIG"

  private final MemorySegment buffer;
  private final MemorySegment zeros;
  private final MemorySegment ones;
  private final long seed;

  /**
   * Weights for a model.
   *
   * @param random elements of the largest random tensor
   * @param constant elements of the largest tensor of zeros or ones
   */
  SeededWeights(Arena arena, long seed, long random, long constant) {
    this.seed = seed;
    long length = random == 0 ? 0 : Math.addExact(random, BLOCK);
    buffer = arena.allocate(length * Float.BYTES, Float.BYTES);
    zeros = arena.allocate(constant * Float.BYTES, Float.BYTES).asReadOnly();
    MemorySegment filled = arena.allocate(constant * Float.BYTES, Float.BYTES);
    for (long i = 0; i < constant; i++) {
      filled.setAtIndex(FLOAT, i, 1);
    }
    ones = filled.asReadOnly();
    if (length > 0) {
      fill(length);
    }
  }

  private void fill(long length) {
    int[] words = new int[4];
    double[] normal = new double[4];
    for (int i = 0; i < BLOCK; i++) {
      if (i % 4 == 0) {
        Philox.normals(seed, STREAM, 0, i / 4, words, normal);
      }
      buffer.setAtIndex(FLOAT, i, (float) (DEVIATION * normal[i % 4]));
    }
    for (long at = BLOCK; at < length; at += BLOCK) {
      long count = Math.min(BLOCK, length - at);
      MemorySegment.copy(buffer, 0, buffer, at * Float.BYTES, count * Float.BYTES);
    }
  }

  /** Standard normal numbers for a noise map, which is no parameter. */
  static float[] noise(long seed, int map, int elements) {
    int[] words = new int[4];
    double[] normal = new double[4];
    float[] noise = new float[elements];
    for (int i = 0; i < elements; i++) {
      if (i % 4 == 0) {
        Philox.normals(seed, STREAM, 2 + map, i / 4, words, normal);
      }
      noise[i] = (float) normal[i % 4];
    }
    return noise;
  }

  /** Random elements for the tensor of a number. */
  MemorySegment random(int tensor, long elements) {
    int[] words = new int[4];
    Philox.words(seed, STREAM, 1, tensor, words);
    long start = Integer.remainderUnsigned(words[0], BLOCK);
    return buffer.asSlice(start * Float.BYTES, elements * Float.BYTES).asReadOnly();
  }

  /** Elements that are 0. */
  MemorySegment zeros(long elements) {
    return zeros.asSlice(0, elements * Float.BYTES);
  }

  /** Elements that are 1. */
  MemorySegment ones(long elements) {
    return ones.asSlice(0, elements * Float.BYTES);
  }
}
