package org.lightpath.core.cpu.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Single precision. */
final class FloatElements implements Elements<float[]> {
  static final FloatElements INSTANCE = new FloatElements();

  private FloatElements() {}

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public int bytes() {
    return Float.BYTES;
  }

  @Override
  public double get(float[] array, int index) {
    return array[index];
  }

  @Override
  public void set(float[] array, int index, double value) {
    array[index] = (float) value;
  }

  @Override
  public void copy(float[] from, int fromIndex, float[] to, int toIndex, int length) {
    System.arraycopy(from, fromIndex, to, toIndex, length);
  }

  @Override
  public void load(MemorySegment from, long first, float[] to, int offset, int samples, int lanes) {
    for (int n = 0; n < samples; n += lanes) {
      int o = offset + 2 * n;
      for (int lane = 0; lane < lanes; lane++) {
        long i = 2 * (first + n + lane);
        to[o + lane] = from.getAtIndex(ValueLayout.JAVA_FLOAT, i);
        to[o + lanes + lane] = from.getAtIndex(ValueLayout.JAVA_FLOAT, i + 1);
      }
    }
  }

  @Override
  public void store(
      float[] from, int offset, MemorySegment to, long first, int samples, int lanes) {
    for (int n = 0; n < samples; n += lanes) {
      int o = offset + 2 * n;
      for (int lane = 0; lane < lanes; lane++) {
        long i = 2 * (first + n + lane);
        to.setAtIndex(ValueLayout.JAVA_FLOAT, i, from[o + lane]);
        to.setAtIndex(ValueLayout.JAVA_FLOAT, i + 1, from[o + lanes + lane]);
      }
    }
  }
}
