package org.lightpath.core.cpu.internal;

import java.lang.foreign.MemorySegment;

/**
 * What differs between single and double precision outside the kernels.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Elements<A> {
  /** A new array of zeros. */
  A allocate(int length);

  /** Bytes of an element. */
  int bytes();

  /** Element as double. */
  double get(A array, int index);

  /** Stores a double, rounded to nearest. */
  void set(A array, int index, double value);

  /** Copies elements within or between arrays. */
  void copy(A from, int fromIndex, A to, int toIndex, int length);

  /** Interleaved samples of a segment into blocks of {@code lanes}. */
  void load(MemorySegment from, long first, A to, int offset, int samples, int lanes);

  /** Blocks of {@code lanes} to interleaved samples of a segment. */
  void store(A from, int offset, MemorySegment to, long first, int samples, int lanes);
}
