package org.lightpath.aparapi.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.UnitRounding;

/** Numbers of one precision in a Java array, of which Aparapi keeps a copy on the device. */
final class Reals {
  private final float[] single;
  private final double[] wide;
  private final Precision precision;

  private Reals(Precision precision, int length) {
    this.precision = precision;
    this.single = new float[precision == Precision.SINGLE ? length : 0];
    this.wide = new double[precision == Precision.DOUBLE ? length : 0];
  }

  /**
   * Zeros.
   *
   * @throws UnsupportedPlanException if there are more than a Java array holds
   */
  static Reals allocate(Precision precision, long length) {
    if (length > Integer.MAX_VALUE - 8) {
      throw new UnsupportedPlanException(
          "engine 'aparapi': %d numbers in one array, a Java array holds 2^31; use engine 'opencl'"
              .formatted(length));
    }
    return new Reals(precision, Math.toIntExact(Math.max(1, length)));
  }

  /** A copy of some numbers, rounded. */
  static Reals of(Precision precision, double... values) {
    Reals copy = allocate(precision, values.length);
    for (int i = 0; i < values.length; i++) {
      copy.set(i, values[i]);
    }
    return copy;
  }

  /** {@code float[]} or {@code double[]}. */
  Object array() {
    return precision == Precision.SINGLE ? single : wide;
  }

  Precision precision() {
    return precision;
  }

  int length() {
    return single.length + wide.length;
  }

  long bytes() {
    return (long) length() * precision.realBytes();
  }

  double get(int index) {
    return precision == Precision.SINGLE ? single[index] : wide[index];
  }

  void set(int index, double value) {
    if (precision == Precision.SINGLE) {
      single[index] = (float) value;
    } else {
      wide[index] = value;
    }
  }

  /** Stores a complex number so that rounding keeps its modulus. */
  void setComplex(int index, double re, double im) {
    if (precision == Precision.SINGLE) {
      UnitRounding.round(re, im, single, index, index + 1);
    } else {
      wide[index] = re;
      wide[index + 1] = im;
    }
  }

  /** Takes the first numbers from a segment. */
  void read(MemorySegment source) {
    if (precision == Precision.SINGLE) {
      int count = Math.toIntExact(source.byteSize() / Float.BYTES);
      MemorySegment.copy(source, ValueLayout.JAVA_FLOAT, 0, single, 0, count);
    } else {
      int count = Math.toIntExact(source.byteSize() / Double.BYTES);
      MemorySegment.copy(source, ValueLayout.JAVA_DOUBLE, 0, wide, 0, count);
    }
  }

  /** Writes the first numbers to a segment. */
  void write(MemorySegment target) {
    if (precision == Precision.SINGLE) {
      int count = Math.toIntExact(target.byteSize() / Float.BYTES);
      MemorySegment.copy(single, 0, target, ValueLayout.JAVA_FLOAT, 0, count);
    } else {
      int count = Math.toIntExact(target.byteSize() / Double.BYTES);
      MemorySegment.copy(wide, 0, target, ValueLayout.JAVA_DOUBLE, 0, count);
    }
  }
}
