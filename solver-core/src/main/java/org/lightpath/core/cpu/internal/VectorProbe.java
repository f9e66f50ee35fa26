package org.lightpath.core.cpu.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lightpath.core.field.Precision;

/** The loops of {@link Probe}; loaded only where the Vector API is present. */
final class VectorProbe {
  /** Independent chains of fused multiply-adds: enough to hide their latency on two units. */
  static final int CHAINS = 8;

  private static final VectorSpecies<Float> F32 = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> F64 = DoubleVector.SPECIES_PREFERRED;

  private VectorProbe() {}

  /** {@link #CHAINS} fused multiply-adds a loop on vectors; returns a number that depends on it. */
  static double chains(Precision precision, int loops) {
    return precision == Precision.SINGLE ? single(loops) : wide(loops);
  }

  private static double single(int loops) {
    FloatVector a = FloatVector.broadcast(F32, 0.999f);
    FloatVector b = FloatVector.broadcast(F32, 1e-3f);
    FloatVector x0 = b;
    FloatVector x1 = b;
    FloatVector x2 = b;
    FloatVector x3 = b;
    FloatVector x4 = b;
    FloatVector x5 = b;
    FloatVector x6 = b;
    FloatVector x7 = b;
    for (int i = 0; i < loops; i++) {
      x0 = x0.fma(a, b);
      x1 = x1.fma(a, b);
      x2 = x2.fma(a, b);
      x3 = x3.fma(a, b);
      x4 = x4.fma(a, b);
      x5 = x5.fma(a, b);
      x6 = x6.fma(a, b);
      x7 = x7.fma(a, b);
    }
    FloatVector sum = x0.add(x1).add(x2).add(x3).add(x4).add(x5).add(x6).add(x7);
    return sum.lane(0);
  }

  private static double wide(int loops) {
    DoubleVector a = DoubleVector.broadcast(F64, 0.999);
    DoubleVector b = DoubleVector.broadcast(F64, 1e-3);
    DoubleVector x0 = b;
    DoubleVector x1 = b;
    DoubleVector x2 = b;
    DoubleVector x3 = b;
    DoubleVector x4 = b;
    DoubleVector x5 = b;
    DoubleVector x6 = b;
    DoubleVector x7 = b;
    for (int i = 0; i < loops; i++) {
      x0 = x0.fma(a, b);
      x1 = x1.fma(a, b);
      x2 = x2.fma(a, b);
      x3 = x3.fma(a, b);
      x4 = x4.fma(a, b);
      x5 = x5.fma(a, b);
      x6 = x6.fma(a, b);
      x7 = x7.fma(a, b);
    }
    DoubleVector sum = x0.add(x1).add(x2).add(x3).add(x4).add(x5).add(x6).add(x7);
    return sum.lane(0);
  }

  /** Reads, scales and writes an array in place; its length is a multiple of every vector's. */
  static void scale(float[] data) {
    FloatVector factor = FloatVector.broadcast(F32, 1.0000001f);
    for (int i = 0; i < data.length; i += F32.length()) {
      FloatVector.fromArray(F32, data, i).mul(factor).intoArray(data, i);
    }
  }
}
