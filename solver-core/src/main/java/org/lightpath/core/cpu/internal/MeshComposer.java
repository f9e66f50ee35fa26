package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.MeshColumns;

/**
 * Composes dense blocks: a window's interferometers act on the rows of an identity matrix as they
 * act on light, only as far as the rows are not zero.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MeshComposer<A> {
  private final Elements<A> elements;
  private final MeshKernels<A> kernels;
  private final int length;
  private final A zeros;
  private final Table<A> matrix;
  private final Table<A> numbers;

  /**
   * Takes memory for a worker.
   *
   * @param rows most rows of a window
   */
  MeshComposer(Elements<A> elements, MeshKernels<A> kernels, int rows) {
    this.elements = elements;
    this.kernels = kernels;
    this.length = rows * stride(rows);
    Slabs<A> slabs = new Slabs<>(elements, Integer.MAX_VALUE);
    this.zeros = elements.allocate(length);
    this.matrix = slabs.take(length);
    this.numbers = slabs.take(MeshColumns.BLOCK);
  }

  private int stride(int rows) {
    int lanes = kernels.lanes();
    return (rows + lanes - 1) / lanes * 2 * lanes;
  }

  /** Fills a block with the product of its interferometers. */
  void compose(MeshPlaces places, DenseBlock<A> block) {
    MeshWindow window = block.window();
    int rows = window.rows();
    int lanes = kernels.lanes();
    elements.copy(zeros, 0, matrix.array(), matrix.offset(), rows * stride(rows));
    int[] from = new int[rows];
    int[] to = new int[rows];
    for (int i = 0; i < rows; i++) {
      elements.set(matrix.array(), at(i, i / lanes, rows) + i % lanes, 1);
      from[i] = i / lanes;
      to[i] = from[i] + 1;
    }
    for (int place : window.taken()) {
      int r = places.mode(place) - window.low();
      from[r] = Math.min(from[r], from[r + 1]);
      to[r] = Math.max(to[r], to[r + 1]);
      from[r + 1] = from[r];
      to[r + 1] = to[r];
      places.copy(place, elements, numbers.array(), numbers.offset());
      int x = at(r, from[r], rows);
      int y = at(r + 1, from[r], rows);
      kernels.pair(
          matrix.array(), x, y, to[r] - from[r], numbers.array(), numbers.offset());
    }
    pack(block);
  }

  private void pack(DenseBlock<A> block) {
    int rows = block.window().rows();
    for (int group = 0; group < block.counts().length; group++) {
      kernels.pack(
          matrix.array(),
          at(block.window().row(group), 0, rows),
          stride(rows),
          block.from()[group],
          block.counts()[group],
          block.table().array(),
          block.table().offset() + block.starts()[group]);
    }
  }

  private int at(int row, int block, int rows) {
    return matrix.offset() + row * stride(rows) + block * 2 * kernels.lanes();
  }
}
