package org.lightpath.core.cpu.internal;

/**
 * A window as one matrix on neighbouring modes, its rows packed four by four.
 *
 * @param window which modes
 * @param from first column of each group of rows
 * @param counts columns of each group
 * @param starts where the numbers of each group begin in the table
 * @param table packed matrix
 * @param <A> {@code float[]} or {@code double[]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DenseBlock<A>(MeshWindow window, int[] from, int[] counts, int[] starts, Table<A> table)
    implements MeshStep<A> {
  /** Room for a window; {@link MeshComposer} fills it. */
  static <A> DenseBlock<A> empty(MeshWindow window, Slabs<A> slabs) {
    int groups = window.groups();
    int[] from = new int[groups];
    int[] counts = new int[groups];
    int[] starts = new int[groups];
    int next = 0;
    for (int group = 0; group < groups; group++) {
      from[group] = window.from(group);
      counts[group] = window.count(group);
      starts[group] = next;
      next += counts[group] * MeshKernels.PACKED;
    }
    return new DenseBlock<>(window, from, counts, starts, slabs.take(next));
  }

  @Override
  public void apply(MeshChunk<A> chunk) {
    int most = chunk.kernels().panel();
    for (int block = 0; block < chunk.blocks(); block += most) {
      int blocks = Math.min(most, chunk.blocks() - block);
      spread(chunk, block, blocks);
      multiply(chunk, block, blocks);
    }
  }

  private void spread(MeshChunk<A> chunk, int block, int blocks) {
    MeshKernels<A> kernels = chunk.kernels();
    Table<A> panel = chunk.panel();
    int width = MeshKernels.PLANES * kernels.lanes();
    for (int v = 0; v < blocks; v++) {
      kernels.spread(
          chunk.array(),
          chunk.at(window.low(), block + v),
          chunk.row(),
          window.rows(),
          panel.array(),
          panel.offset() + v * width,
          blocks * width);
    }
  }

  private void multiply(MeshChunk<A> chunk, int block, int blocks) {
    MeshKernels<A> kernels = chunk.kernels();
    Table<A> panel = chunk.panel();
    int step = blocks * MeshKernels.PLANES * kernels.lanes();
    for (int group = 0; group < counts.length; group++) {
      kernels.multiply(
          blocks,
          table.array(),
          table.offset() + starts[group],
          counts[group],
          panel.array(),
          panel.offset() + from[group] * step,
          chunk.array(),
          chunk.at(window.low() + window.row(group), block),
          chunk.row());
    }
  }

  @Override
  public double flops() {
    return 2.0 * window.operations();
  }

  @Override
  public long numbers() {
    return window.operations();
  }
}
