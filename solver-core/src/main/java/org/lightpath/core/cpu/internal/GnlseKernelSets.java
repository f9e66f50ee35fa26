package org.lightpath.core.cpu.internal;

/** Chooses the kernels of the generalised equation by lanes, as {@link KernelSets} does. */
final class GnlseKernelSets {
  private GnlseKernelSets() {}

  static GnlseKernels<float[]> single(int lanes) {
    return switch (lanes) {
      case 16 -> new Float16GnlseKernels();
      case 8 -> new Float8GnlseKernels();
      case 4 -> new Float4GnlseKernels();
      default -> new FloatScalarGnlseKernels();
    };
  }

  static GnlseKernels<double[]> wide(int lanes) {
    return switch (lanes) {
      case 8 -> new Double8GnlseKernels();
      case 4 -> new Double4GnlseKernels();
      case 2 -> new Double2GnlseKernels();
      default -> new DoubleScalarGnlseKernels();
    };
  }
}
