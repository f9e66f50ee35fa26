package org.lightpath.opencl.internal;

import org.jocl.Pointer;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.UnitRounding;

/** Complex numbers on their way to a device, rounded once to its precision. */
final class HostTable {
  private final float[] single;
  private final double[] wide;
  private final boolean rounded;

  HostTable(Precision precision, int count) {
    this.rounded = precision == Precision.SINGLE;
    this.single = new float[rounded ? Math.multiplyExact(2, count) : 0];
    this.wide = new double[rounded ? 0 : Math.multiplyExact(2, count)];
  }

  /** Complex numbers held. */
  int count() {
    return Math.max(single.length, wide.length) / 2;
  }

  /** Size [B]. */
  long bytes() {
    return (long) single.length * Float.BYTES + (long) wide.length * Double.BYTES;
  }

  void put(int index, double re, double im) {
    if (rounded) {
      single[2 * index] = (float) re;
      single[2 * index + 1] = (float) im;
    } else {
      wide[2 * index] = re;
      wide[2 * index + 1] = im;
    }
  }

  /** Stores a number of modulus one so that the modulus is kept. */
  void putUnit(int index, double re, double im) {
    if (rounded) {
      UnitRounding.round(re, im, single, 2 * index, 2 * index + 1);
    } else {
      put(index, re, im);
    }
  }

  /** Stores a real number as the sum of two. */
  void putSum(int index, double high, double low) {
    if (rounded) {
      float leading = (float) high;
      put(index, leading, high - leading + low);
    } else {
      put(index, high, low);
    }
  }

  double re(int index) {
    return rounded ? single[2 * index] : wide[2 * index];
  }

  double im(int index) {
    return rounded ? single[2 * index + 1] : wide[2 * index + 1];
  }

  Pointer pointer() {
    return rounded ? Pointer.to(single) : Pointer.to(wide);
  }
}
