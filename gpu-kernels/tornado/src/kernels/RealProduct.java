package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * The product of encoded operands with its readout; noise is normal.
 *
 * <p>y = Σ_k (g a b + u a² + v b²) in each window, noise and converter for each readout, C = s (gain Σ
 * z + offset).
 *
 * <p>Launch: a work-group of 256 items for each 32 by 32 outputs. Global memory: each operand once
 * for each 32 outputs. Local memory: 1584 numbers. Flops: 3 for each term, 4 more with squares, 2
 * with a second product; about 160 for each normal. Floor: flops.
 */
final class RealProduct {
  private RealProduct() {}

  /** The kernel; {@code variance} is read where a plan gives it. */
  static void run(
      KernelContext context,
      RealArray run,
      RealArray left,
      RealArray rightValues,
      RealArray variance,
      RealArray result,
      RealArray numbers,
      IntArray layout) {
    //#include product normal
  }
}
