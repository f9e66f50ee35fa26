package org.lightpath.core.cpu.internal;

/**
 * The linear operators of a program, in the order they are applied.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Linear<A> {
  /** Spectral table of an operator for a mode. */
  Table<A> table(int operation, int mode);

  /** Whether {@link #rebuild} must be called before each operator. */
  boolean rebuilt();

  /** One worker's part of rebuilding the table of an operator. */
  void rebuild(int operation, int part, int parts);
}
