package org.lightpath.core.cpu.internal;

import jdk.incubator.vector.VectorShape;

/** The one question to the Vector API outside the kernels; loaded only where it is present. */
final class VectorWidth {
  private VectorWidth() {}

  /** Bits of the shape the JVM prefers: −XX:MaxVectorSize and −XX:UseAVX are respected. */
  static int preferredBits() {
    return VectorShape.preferredShape().vectorBitSize();
  }
}
