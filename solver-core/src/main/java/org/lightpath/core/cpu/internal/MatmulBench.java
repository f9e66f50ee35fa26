package org.lightpath.core.cpu.internal;

/**
 * One worker's place: its inner loops, its block of A, its block of sums.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MatmulBench<A> {
  private final MatmulLayout layout;
  private final MatmulKernels<A> kernels;
  private final LeftBlock<A> left;
  private final RightPanels.Packer<A> packer;
  private final MatmulReceiver<A> receiver;
  private final MatmulReceiver.Place place = new MatmulReceiver.Place();
  private final boolean hasSecond;
  private final int blockPanels;
  private final A gain;
  private final A offset;

  /**
   * A place.
   *
   * @param gain factors of the columns, filled before each run
   * @param offset offsets of the columns, filled before each run
   */
  MatmulBench(MatmulTools<A> tools, A gain, A offset) {
    this.gain = gain;
    this.offset = offset;
    this.layout = tools.layout();
    this.kernels = tools.sets().get();
    this.left = new LeftBlock<>(tools, kernels);
    this.packer = new RightPanels.Packer<>(tools, kernels);
    this.receiver = new MatmulReceiver<>(tools, kernels);
    this.hasSecond = tools.hasSecond();
    this.blockPanels = layout.blockPanels(tools.elements().bytes());
  }

  /** Starts a run. */
  void begin(double leftScale, double rightScale, int sample) {
    left.encoder().begin(leftScale, sample);
    packer.encoder().begin(rightScale, sample);
    receiver.begin(sample);
  }

  long leftClipped() {
    return left.encoder().clipped();
  }

  long rightClipped() {
    return packer.encoder().clipped();
  }

  long outputClipped() {
    return receiver.clipped();
  }

  /** Encodes some panels of B. */
  void pack(
      MatmulOperandArrays<A> matrices, RightPanels<A> right, int product, int first, int last) {
    for (int from = first; from < last; from += blockPanels) {
      packer.at(product, from, Math.min(from + blockPanels, last));
      for (int window = 0; window < layout.windows(); window++) {
        int end = layout.windowEnd(window);
        for (int k = layout.windowStart(window); k < end; ) {
          int next = MatmulLayout.pieceEnd(k, end);
          right.pack(packer, matrices, window, k, next);
          k = next;
        }
      }
    }
  }

  /** Part of a product: panels of rows and of columns. */
  static final class Part {
    int product;
    int fromRows;
    int toRows;
    int fromColumns;
    int toColumns;
  }

  /**
   * Multiplies and detects: a part of C = A B.
   *
   * @param packed whether B is encoded already; if not, its panels are, block by block
   */
  void multiply(MatmulOperandArrays<A> matrices, RightPanels<A> right, Part part, boolean packed) {
    int step = layout.blockRowPanels();
    left.encoder().count(part.fromColumns == 0);
    for (int panel = part.fromRows; panel < part.toRows; panel += step) {
      int panels = Math.min(step, part.toRows - panel);
      int first = panel * MatmulKernels.ROWS;
      place.firstRow = (long) part.product * layout.rows() + first;
      place.rows = Math.min(panels * MatmulKernels.ROWS, layout.rows() - first);
      left.pack(matrices.left(), place.firstRow, place.rows);
      for (int from = part.fromColumns; from < part.toColumns; from += blockPanels) {
        int to = Math.min(from + blockPanels, part.toColumns);
        place.column = from * layout.panelColumns();
        place.columns = Math.min(to * layout.panelColumns(), layout.columns()) - place.column;
        packer.at(part.product, from, to);
        block(matrices, right, packed, from, to);
        receiver.write(place, gain, offset, matrices.result());
      }
    }
  }

  private void block(
      MatmulOperandArrays<A> matrices, RightPanels<A> right, boolean packed, int from, int to) {
    for (int window = 0; window < layout.windows(); window++) {
      receiver.clear(roundedRows());
      int end = layout.windowEnd(window);
      for (int k = layout.windowStart(window); k < end; ) {
        int next = MatmulLayout.pieceEnd(k, end);
        if (!packed) {
          right.pack(packer, matrices, window, k, next);
        }
        for (int panel = from; panel < to; panel++) {
          tiles(right, panel, from, k, next - k);
        }
        k = next;
      }
      receiver.read(window, place, left, right);
    }
  }

  private int roundedRows() {
    int whole = place.rows / MatmulKernels.ROWS * MatmulKernels.ROWS;
    int rest = place.rows - whole;
    return rest == 0 ? whole : whole + MatmulKernels.tileRows(rest);
  }

  /** A panel of columns of the block, over one piece of K. */
  private void tiles(RightPanels<A> right, int panel, int first, int k, int depth) {
    int column = (panel - first) * layout.panelColumns();
    Table<A> b = right.panel(panel);
    Table<A> c = receiver.sums();
    int bo = right.at(b, panel, k);
    int co = c.offset() + column;
    int stride = receiver.stride();
    int vectors = layout.vectorsOf(panel);
    for (int row = 0; row < place.rows; row += MatmulKernels.ROWS) {
      int rows = MatmulKernels.tileRows(Math.min(MatmulKernels.ROWS, place.rows - row));
      int ao = left.at(row / MatmulKernels.ROWS, k);
      int at = co + row * stride;
      kernels.multiply(
          rows, vectors, left.array(), ao, b.array(), bo, depth, c.array(), at, stride);
    }
    if (hasSecond) {
      second(right, panel, column, k, depth);
    }
  }

  /** The same of the second product. */
  private void second(RightPanels<A> right, int panel, int column, int k, int depth) {
    Table<A> b = right.secondPanel(panel);
    Table<A> c = receiver.variances();
    int bo = right.at(b, panel, k);
    int co = c.offset() + column;
    int stride = receiver.stride();
    int vectors = layout.vectorsOf(panel);
    for (int row = 0; row < place.rows; row += MatmulKernels.ROWS) {
      int rows = MatmulKernels.tileRows(Math.min(MatmulKernels.ROWS, place.rows - row));
      int ao = left.secondAt(row / MatmulKernels.ROWS, k);
      int at = co + row * stride;
      kernels.multiply(
          rows, vectors, left.secondArray(), ao, b.array(), bo, depth, c.array(), at, stride);
    }
  }
}
