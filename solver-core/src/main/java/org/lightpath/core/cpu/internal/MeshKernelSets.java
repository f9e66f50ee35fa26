package org.lightpath.core.cpu.internal;

import org.lightpath.core.field.Precision;

/**
 * Chooses the kernels of meshes: always the widest vectors, because light is copied to chunks whose
 * last vector is filled up. Classes that need the Vector API are named as in {@link KernelSets}.
 */
final class MeshKernelSets {
  private MeshKernelSets() {}

  static MeshKernels<float[]> single() {
    return switch (Math.min(16, KernelSets.widest(Precision.SINGLE))) {
      case 16 -> new Float16MeshKernels();
      case 8 -> new Float8MeshKernels();
      case 4 -> new Float4MeshKernels();
      default -> new FloatScalarMeshKernels();
    };
  }

  static MeshKernels<double[]> wide() {
    return switch (Math.min(8, KernelSets.widest(Precision.DOUBLE))) {
      case 8 -> new Double8MeshKernels();
      case 4 -> new Double4MeshKernels();
      case 2 -> new Double2MeshKernels();
      default -> new DoubleScalarMeshKernels();
    };
  }
}
