package org.lightpath.tornado.internal.kernel;

import java.lang.foreign.MemorySegment;
import org.lightpath.core.field.Precision;
import uk.ac.manchester.tornado.api.types.arrays.DoubleArray;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** An array of TornadoVM in either precision. */
public final class Numbers {
  private final TornadoNativeArray array;
  private final Precision precision;

  /** An array of zeros. */
  Numbers(Precision precision, int size) {
    this.precision = precision;
    this.array =
        switch (precision) {
          case SINGLE -> new FloatArray(size);
          case DOUBLE -> new DoubleArray(size);
        };
    this.array.getSegment().fill((byte) 0);
  }

  TornadoNativeArray array() {
    return array;
  }

  /** Numbers it holds. */
  public int size() {
    return array.getSize();
  }

  /** Stores a number, rounded to the precision. */
  public void set(int index, double value) {
    switch (array) {
      case FloatArray a -> a.set(index, (float) value);
      case DoubleArray a -> a.set(index, value);
      default -> throw new IllegalStateException("array of " + precision);
    }
  }

  /** Copies numbers from a segment to the beginning of the array. */
  public void copyFrom(MemorySegment source) {
    MemorySegment.copy(source, 0, array.getSegment(), 0, source.byteSize());
  }

  /** Copies numbers from a segment to the array from a number on. */
  public void copyFrom(MemorySegment source, int from) {
    long at = (long) from * precision.realBytes();
    MemorySegment.copy(source, 0, array.getSegment(), at, source.byteSize());
  }

  /** Copies numbers from the beginning of the array to a segment. */
  public void copyTo(MemorySegment target) {
    MemorySegment.copy(array.getSegment(), 0, target, 0, target.byteSize());
  }
}
