package org.lightpath.tornado.internal.kernel;

import org.lightpath.core.field.Precision;

/**
 * What a work-group may take of local memory. 32 KiB, the least an OpenCL device has: TornadoVM
 * does not check, and PoCL takes any amount.
 */
public final class LocalMemory {
  /** Bytes that every kernel keeps within. */
  public static final int BYTES = 32 << 10;

  private LocalMemory() {}

  /** Complex numbers of one of the two buffers of a transform. */
  public static int capacity(Precision precision) {
    return switch (precision) {
      case SINGLE -> FloatConstants.CAPACITY;
      case DOUBLE -> DoubleConstants.CAPACITY;
    };
  }
}
