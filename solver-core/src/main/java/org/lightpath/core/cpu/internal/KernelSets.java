package org.lightpath.core.cpu.internal;

import org.lightpath.core.field.Precision;

/**
 * Chooses the kernels for a precision and a length.
 *
 * <p>Classes that need the Vector API are named only inside the branches that create them, so that
 * none is initialised where the module is absent.
 */
public final class KernelSets {
  private static final String MODULE = "jdk.incubator.vector";

  private KernelSets() {}

  /** Whether the Vector API is there: the JVM was started with --add-modules. */
  public static boolean vectorised() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** Lanes of the widest vector the processor likes; 1 without the Vector API. */
  public static int widest(Precision precision) {
    if (!vectorised()) {
      return 1;
    }
    return VectorWidth.preferredBits() / Byte.SIZE / precision.realBytes();
  }

  /** Lanes that a field of N samples is kept in. */
  static int lanes(Precision precision, int samples) {
    int lanes = Math.min(widest(precision), 512 / Byte.SIZE / precision.realBytes());
    int fewest = 128 / Byte.SIZE / precision.realBytes();
    while (lanes >= fewest && !Stages.fits(samples, lanes)) {
      lanes /= 2;
    }
    return lanes < fewest ? 1 : lanes;
  }

  static Kernels<float[]> single(int lanes) {
    return switch (lanes) {
      case 16 -> new Float16Kernels();
      case 8 -> new Float8Kernels();
      case 4 -> new Float4Kernels();
      default -> new FloatScalarKernels();
    };
  }

  static Kernels<double[]> wide(int lanes) {
    return switch (lanes) {
      case 8 -> new Double8Kernels();
      case 4 -> new Double4Kernels();
      case 2 -> new Double2Kernels();
      default -> new DoubleScalarKernels();
    };
  }
}
