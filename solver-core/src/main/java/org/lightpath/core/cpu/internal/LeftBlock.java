package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.ProductVariance;

/**
 * Some rows of A, encoded, in slots: one for each worker. Beside them what the receiver needs of
 * them: |a|^p, and sums of squares in each window.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class LeftBlock<A> {
  private final MatmulTools<A> tools;
  private final MatmulLayout layout;
  private final MatmulKernels<A> kernels;
  private final OperandEncoder<A> encoder;
  private final Table<A> main;
  private final Table<A> second;
  private final Table<A> productWeights;
  private final Table<A> leakWeights;
  private final Table<A> shotWeights;
  private final boolean weighted;
  private final boolean leaks;
  private final boolean shoots;
  private final double[] leak;
  private final double[] shot;
  private final A scratch;

  LeftBlock(MatmulTools<A> tools, MatmulKernels<A> kernels) {
    this.tools = tools;
    this.layout = tools.layout();
    this.kernels = kernels;
    this.encoder = tools.encoder(tools.plan().left(), kernels);
    long size = (long) layout.slots() * layout.blockRows() * MatmulKernels.SLOT;
    this.main = tools.slabs().take(size);
    this.second = tools.hasSecond() ? tools.slabs().take(size) : main;
    this.weighted = !tools.weights().isUnitProduct();
    this.leaks = tools.weights().leaksLeft();
    this.shoots = tools.noise().left() > 0;
    this.productWeights = tools.alongInner(weighted, tools.weights()::product);
    this.leakWeights = tools.alongInner(leaks, tools.weights()::left);
    this.shotWeights = tools.alongInner(shoots, k -> tools.noise().left());
    this.leak = new double[layout.windows() * layout.blockRows()];
    this.shot = new double[layout.windows() * layout.blockRows()];
    this.scratch = tools.elements().allocate(layout.lanes());
  }

  OperandEncoder<A> encoder() {
    return encoder;
  }

  A array() {
    return main.array();
  }

  A secondArray() {
    return second.array();
  }

  /** Index of a panel's first row at a k. */
  int at(int panel, int k) {
    return main.offset() + place(panel * MatmulKernels.ROWS, k);
  }

  /** The same of |a|^p. */
  int secondAt(int panel, int k) {
    return second.offset() + place(panel * MatmulKernels.ROWS, k);
  }

  private int place(int row, int k) {
    int slot = k / MatmulKernels.SLOT;
    return (slot * layout.blockRows() + row) * MatmulKernels.SLOT + k % MatmulKernels.SLOT;
  }

  /** Σ u a² of a window. */
  double leak(int window, int row) {
    return leak[window * layout.blockRows() + row];
  }

  /** c_A Σ a² of a window. */
  double shot(int window, int row) {
    return shot[window * layout.blockRows() + row];
  }

  /**
   * Encodes rows.
   *
   * @param first number of the first row in the whole batch
   */
  void pack(A source, long first, int rows) {
    for (int row = 0; row < rows; row++) {
      double before = 0;
      for (int k = 0; k < layout.inner(); k += MatmulKernels.SLOT) {
        int count = Math.min(MatmulKernels.SLOT, layout.inner() - k);
        before = pack(source, (first + row) * layout.inner() + k, place(row, k), count, before);
      }
      if (leaks) {
        squares(row, leakWeights, leak);
      }
      if (shoots) {
        squares(row, shotWeights, shot);
      }
      finish(row);
    }
  }

  /** One row of one slot; returns the state of its memory. */
  private double pack(A source, long index, int place, int count, double before) {
    A x = main.array();
    int xo = main.offset() + place;
    int lanes = layout.lanes();
    int vectors = (count + lanes - 1) / lanes;
    tools.elements().copy(source, (int) index, x, xo, count);
    kernels.clear(x, xo + count, xo + vectors * lanes);
    encoder.emit(x, xo, vectors);
    if (encoder.isRandom()) {
      encoder.disturb(x, xo, vectors, index);
    }
    return encoder.memory().isPresent()
        ? kernels.remember(x, xo, count, encoder.memory().pole(), encoder.memory().skew(), before)
        : 0;
  }

  private void squares(int row, Table<A> weights, double[] sums) {
    for (int window = 0; window < layout.windows(); window++) {
      double sum = 0;
      int end = layout.windowEnd(window);
      for (int k = layout.windowStart(window); k < end; ) {
        int next = MatmulLayout.pieceEnd(k, end);
        sum +=
            kernels.rowSquares(
                main.array(),
                main.offset() + place(row, k),
                next - k,
                weights.array(),
                weights.offset() + k,
                scratch);
        k = next;
      }
      sums[window * layout.blockRows() + row] = sum;
    }
  }

  /** What must come after all sums of the plain values. */
  private void finish(int row) {
    ProductVariance product = tools.noise().product();
    for (int k = 0; k < layout.inner(); k += MatmulKernels.SLOT) {
      int place = place(row, k);
      int count = Math.min(MatmulKernels.SLOT, layout.inner() - k);
      int vectors = (count + layout.lanes() - 1) / layout.lanes();
      A x = main.array();
      int xo = main.offset() + place;
      if (product != null) {
        kernels.magnitudes(
            x,
            xo,
            second.array(),
            second.offset() + place,
            vectors,
            product.leftPower() == 2,
            product.coefficient());
      }
      if (weighted) {
        kernels.weigh(x, xo, vectors, productWeights.array(), productWeights.offset() + k);
      }
    }
  }
}
