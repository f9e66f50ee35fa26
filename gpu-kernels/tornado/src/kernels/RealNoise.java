package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Amplification with noise: A ← g A + σ (n₁ + j n₂), two standard normals of (seed, stream, mode,
 * sample).
 *
 * <p>Launch: any group size; guarded. Global memory: 2 T. About 100 integer and 60 floating
 * operations a sample. Floor: 2 T.
 */
final class RealNoise {
  private RealNoise() {}

  /**
   * The kernel.
   *
   * @param numbers g, σ
   * @param layout samples, modes, number of complex numbers, seeds, stream; from 16 on the seeds,
   *     low and high words
   */
  static void run(KernelContext context, RealArray field, RealArray numbers, IntArray layout) {
    int i = context.globalIdx;
    int samples = layout.get(0);
    int modes = layout.get(1);
    if (i < layout.get(2)) {
      int row = i / samples;
      int seed = layout.get(3) == 1 ? 16 : 16 + 2 * (row / modes);
      int k0 = layout.get(seed);
      int k1 = layout.get(seed + 1);
      int c0 = i - row * samples;
      int c1 = 0;
      int c2 = row % modes;
      int c3 = layout.get(4);
      //#include philox
      real radius = numbers.get(1) * RealNormals.radius(c0);
      real g = numbers.get(0);
      field.set(2 * i, g * field.get(2 * i) + radius * RealNormals.cosine(c1));
      field.set(2 * i + 1, g * field.get(2 * i + 1) + radius * RealNormals.sine(c1));
    }
  }
}
