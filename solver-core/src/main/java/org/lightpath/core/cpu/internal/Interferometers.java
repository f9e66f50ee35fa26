package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.MeshColumns;

/**
 * Interferometers one after the other.
 *
 * @param modes first mode of each
 * @param table eight numbers of each
 * @param <A> {@code float[]} or {@code double[]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Interferometers<A>(int[] modes, Table<A> table) implements MeshStep<A> {
  private static final int FLOPS = 28;

  /** Some places of a mesh, rounded to the precision of the table. */
  static <A> Interferometers<A> of(
      MeshPlaces places, int[] chosen, Slabs<A> slabs, MeshKernels<A> kernels) {
    Table<A> table = slabs.take((long) chosen.length * MeshColumns.BLOCK);
    int[] modes = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      modes[i] = places.mode(chosen[i]);
      places.copy(chosen[i], kernels, table.array(), table.offset() + i * MeshColumns.BLOCK);
    }
    return new Interferometers<>(modes, table);
  }

  @Override
  public void apply(MeshChunk<A> chunk) {
    for (int i = 0; i < modes.length; i++) {
      chunk
          .kernels()
          .pair(
              chunk.array(),
              chunk.at(modes[i], 0),
              chunk.at(modes[i] + 1, 0),
              chunk.blocks(),
              table.array(),
              table.offset() + i * MeshColumns.BLOCK);
    }
  }

  @Override
  public double flops() {
    return (double) FLOPS * modes.length;
  }

  @Override
  public long numbers() {
    return (long) MeshColumns.BLOCK * modes.length;
  }
}
