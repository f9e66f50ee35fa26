package org.lightpath.core.cpu.internal;

/**
 * A part of a mesh that light passes at once.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface MeshStep<A> {
  /** Takes all light of a chunk through. */
  void apply(MeshChunk<A> chunk);

  /** Operations for each vector. */
  double flops();

  /** Numbers of its tables. */
  long numbers();
}
