package org.lightpath.cli.bench;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lightpath.core.field.Precision;

/**
 * What this processor can do, measured in the same run: fused multiply-adds a second on one core,
 * and bytes a second when an array is read and written in place.
 *
 * <p>The floor of a step of one field of N samples is the larger of
 *
 * <p>flops / peak, with 2·5·N·log₂N for the two transforms, 6N for H, 20N for the rotation (|A|²,
 * reduction, sine and cosine, product), and
 *
 * <p>bytes / bandwidth, with 4 T for the field (T = one read or write of it) and 1 T for H, at the
 * bandwidth of an array as large as field and table together.
 */
final class Ceilings {
  private static final int REPEATS = 5;
  private static final double MINIMUM_SECONDS = 0.02;
  private static final double POINTWISE_FLOPS = 26;
  private static final double FIELD_PASSES = 5;
  private static final VectorSpecies<Float> F32 = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> F64 = DoubleVector.SPECIES_PREFERRED;

  private Ceilings() {}

  /** Peak of one core [flop/s]. */
  static double peakFlops(Precision precision) {
    int lanes = precision == Precision.SINGLE ? F32.length() : F64.length();
    int loops = 200_000;
    double best = 0;
    for (int r = 0; r < REPEATS * 2; r++) {
      long start = System.nanoTime();
      double sink = precision == Precision.SINGLE ? fma32(loops) : fma64(loops);
      double seconds = (System.nanoTime() - start) * 1e-9;
      // The sink is compared so that the loop cannot be left out.
      best = Math.max(best, sink == 42 ? 0 : 2.0 * 8 * lanes * loops / seconds);
    }
    return best;
  }

  private static double fma32(int loops) {
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

  private static double fma64(int loops) {
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

  /** Bandwidth of one core [B/s], reads and writes counted, on an array of the given size. */
  static double bandwidth(long bytes) {
    float[] data = new float[(int) Math.max(4096, bytes / Float.BYTES) / 64 * 64];
    Arrays.fill(data, 1);
    double best = 0;
    for (int r = 0; r < REPEATS; r++) {
      int passes = 0;
      long start = System.nanoTime();
      double seconds;
      do {
        scale(data);
        passes++;
        seconds = (System.nanoTime() - start) * 1e-9;
      } while (seconds < MINIMUM_SECONDS);
      best = Math.max(best, 2.0 * data.length * Float.BYTES * passes / seconds);
    }
    return best;
  }

  private static void scale(float[] data) {
    FloatVector factor = FloatVector.broadcast(F32, 1.0000001f);
    for (int i = 0; i < data.length; i += F32.length()) {
      FloatVector.fromArray(F32, data, i).mul(factor).intoArray(data, i);
    }
  }

  /** Floor [s] of one step of one field on one core. */
  static double floorSeconds(StepCase c, double peakFlops, double bandwidth) {
    double n = c.samples();
    double flops = 10 * n * Math.log(n) / Math.log(2) + POINTWISE_FLOPS * n;
    double bytes = FIELD_PASSES * n * c.precision().complexBytes();
    return Math.max(flops / peakFlops, bytes / bandwidth);
  }

  /** Bytes that a step touches: the field and H. */
  static long workingSet(StepCase c) {
    return 2L * c.samples() * c.precision().complexBytes();
  }
}
