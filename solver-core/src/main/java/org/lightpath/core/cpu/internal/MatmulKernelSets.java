package org.lightpath.core.cpu.internal;

import org.lightpath.core.field.Precision;

/** Chooses the kernels of matrix products: the widest vectors, whatever the extents. */
final class MatmulKernelSets {
  private MatmulKernelSets() {}

  private static int lanes(Precision precision) {
    return Math.min(KernelSets.widest(precision), 512 / Byte.SIZE / precision.realBytes());
  }

  /** A set for one worker: plain Java keeps scratch in it. */
  static MatmulKernels<float[]> single() {
    return switch (lanes(Precision.SINGLE)) {
      case 16 -> new Float16MatmulKernels();
      case 8 -> new Float8MatmulKernels();
      case 4 -> new Float4MatmulKernels();
      default -> new FloatScalarMatmulKernels();
    };
  }

  /** A set for one worker. */
  static MatmulKernels<double[]> wide() {
    return switch (lanes(Precision.DOUBLE)) {
      case 8 -> new Double8MatmulKernels();
      case 4 -> new Double4MatmulKernels();
      case 2 -> new Double2MatmulKernels();
      default -> new DoubleScalarMatmulKernels();
    };
  }
}
