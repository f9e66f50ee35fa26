package org.lightpath.core.cpu.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Double precision. */
final class DoubleElements implements Elements<double[]> {
  static final DoubleElements INSTANCE = new DoubleElements();

  private DoubleElements() {}

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public int bytes() {
    return Double.BYTES;
  }

  @Override
  public double get(double[] array, int index) {
    return array[index];
  }

  @Override
  public void set(double[] array, int index, double value) {
    array[index] = value;
  }

  @Override
  public void copy(double[] from, int fromIndex, double[] to, int toIndex, int length) {
    System.arraycopy(from, fromIndex, to, toIndex, length);
  }

  @Override
  public void load(
      MemorySegment from, long first, double[] to, int offset, int samples, int lanes) {
    for (int n = 0; n < samples; n += lanes) {
      int o = offset + 2 * n;
      for (int lane = 0; lane < lanes; lane++) {
        long i = 2 * (first + n + lane);
        to[o + lane] = from.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
        to[o + lanes + lane] = from.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 1);
      }
    }
  }

  @Override
  public void store(
      double[] from, int offset, MemorySegment to, long first, int samples, int lanes) {
    for (int n = 0; n < samples; n += lanes) {
      int o = offset + 2 * n;
      for (int lane = 0; lane < lanes; lane++) {
        long i = 2 * (first + n + lane);
        to.setAtIndex(ValueLayout.JAVA_DOUBLE, i, from[o + lane]);
        to.setAtIndex(ValueLayout.JAVA_DOUBLE, i + 1, from[o + lanes + lane]);
      }
    }
  }
}
