package org.lightpath.core.cpu.internal;

import java.util.Arrays;
import org.lightpath.core.plan.MeshColumns;

/**
 * Composes dense blocks: a window's interferometers act on the rows of an identity matrix as they
 * act on light, a vector of its columns after the other, only where the rows are not zero.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MeshComposer<A> {
  private final Elements<A> elements;
  private final MeshKernels<A> kernels;
  private final A zeros;
  private final Table<A> matrix;
  private A numbers;
  private int[] at = new int[0];
  private int[] from = new int[0];

  /**
   * Takes memory for a worker.
   *
   * @param rows most rows of a window
   */
  MeshComposer(Elements<A> elements, MeshKernels<A> kernels, int rows) {
    this.elements = elements;
    this.kernels = kernels;
    int length = rows * stride(rows);
    this.zeros = elements.allocate(length);
    this.matrix = new Slabs<>(elements, Integer.MAX_VALUE).take(length);
    this.numbers = elements.allocate(0);
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
    for (int i = 0; i < rows; i++) {
      elements.set(matrix.array(), at(i, i / lanes, rows) + i % lanes, 1);
    }
    read(places, window.taken());
    for (int first = 0; first < rows; first += lanes) {
      multiply(places, window, first);
    }
    pack(block);
  }

  private void read(MeshPlaces places, int[] taken) {
    if (at.length < taken.length) {
      at = new int[taken.length];
      from = new int[taken.length];
      numbers = elements.allocate(taken.length * MeshColumns.BLOCK);
    }
    for (int i = 0; i < taken.length; i++) {
      places.copy(taken[i], kernels, numbers, i * MeshColumns.BLOCK);
    }
  }

  /** Columns {@code first} … {@code first} + L − 1 of the matrix. */
  private void multiply(MeshPlaces places, MeshWindow window, int first) {
    int stride = stride(window.rows());
    int[] taken = window.taken();
    boolean[] lit = new boolean[window.rows()];
    Arrays.fill(lit, first, Math.min(first + kernels.lanes(), lit.length), true);
    int count = 0;
    for (int i = 0; i < taken.length; i++) {
      int r = places.mode(taken[i]) - window.low();
      if (lit[r] || lit[r + 1]) {
        lit[r] = true;
        lit[r + 1] = true;
        at[count] = r * stride;
        from[count++] = i * MeshColumns.BLOCK;
      }
    }
    int origin = matrix.offset() + 2 * first;
    kernels.chain(matrix.array(), origin, stride, at, from, count, numbers, 0);
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
