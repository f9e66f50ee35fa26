package org.lightpath.opencl.internal;

import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.RoundingGain;
import org.lightpath.core.rounding.UnitRounding;

/** Twiddle factors in the order in which the kernels read them, as pairs (re, im). */
final class Roots {
  private Roots() {}

  /** Factors of all stages of a line: for each stage [m − 1][k], e^(−2πj m k/(R·stride)). */
  static HostTable ofLine(LinePlan plan, Precision precision) {
    int count = 1;
    for (int s = 0; s < plan.radices().size(); s++) {
      count += (plan.radices().get(s) - 1) * plan.stride(s);
    }
    HostTable table = new HostTable(precision, count);
    int at = 0;
    for (int s = 0; s < plan.radices().size(); s++) {
      int stride = plan.stride(s);
      for (int m = 1; m < plan.radices().get(s); m++) {
        for (int k = 0; k < stride; k++) {
          put(table, at++, (long) m * k, (long) plan.radices().get(s) * stride);
        }
      }
    }
    return table;
  }

  /** e^(−2πj gC k₁/N) for every g of C neighbouring columns and every stored row's k₁. */
  static HostTable outer(FourStep split, Precision precision) {
    int[] bins = split.columns().bins();
    int many = split.rows().length() / split.factors();
    HostTable table = new HostTable(precision, many * bins.length);
    for (int g = 0; g < many; g++) {
      for (int p = 0; p < bins.length; p++) {
        put(table, g * bins.length + p, (long) g * split.factors() * bins[p], split.samples());
      }
    }
    return table;
  }

  /** e^(−2πj c k₁/N) for every stored row's k₁ and every c of C neighbouring columns. */
  static HostTable inner(FourStep split, Precision precision) {
    int[] bins = split.columns().bins();
    int lines = split.factors();
    HostTable table = new HostTable(precision, lines * bins.length);
    for (int p = 0; p < bins.length; p++) {
      for (int c = 0; c < lines; c++) {
        put(table, p * lines + c, (long) c * bins[p], split.samples());
      }
    }
    return table;
  }

  private static void put(HostTable table, int index, long k, long n) {
    table.putUnit(index, UnitRoots.cos(k, n), -UnitRoots.sin(k, n));
  }

  /** Mean amplitude gain of a line there and back, apart from its length: see RoundingGain. */
  static double gain(LinePlan plan, Precision precision) {
    if (precision == Precision.DOUBLE) {
      return 1;
    }
    RoundingGain gain = new RoundingGain();
    Butterflies butterflies = new Butterflies(precision);
    for (int s = 0; s < plan.radices().size(); s++) {
      int radix = plan.radices().get(s);
      butterflies.count(radix, gain);
      int stride = plan.stride(s);
      float[] factors = new float[2 * (radix - 1) * stride];
      int at = 0;
      for (int m = 1; m < radix; m++) {
        for (int k = 0; k < stride; k++) {
          long n = (long) radix * stride;
          double re = UnitRoots.cos((long) m * k, n);
          double im = -UnitRoots.sin((long) m * k, n);
          UnitRounding.round(re, im, factors, at, at + 1);
          at += 2;
        }
      }
      if (radix > 1) {
        gain.twiddles(factors, 0, (radix - 1) * stride, 1, radix);
      }
    }
    return gain.value();
  }
}
