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

  MatmulBench(MatmulTools<A> tools) {
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
  void pack(RightPanels<A> right, A b, A v, int product, int from, int to) {
    for (int panel = from; panel < to; panel++) {
      right.pack(packer, b, v, product, panel);
    }
  }

  /**
   * What a run works on.
   *
   * @param left A
   * @param gain factors of the columns, scales included
   * @param offset offsets of the columns, scales included
   * @param result C
   */
  record Target<A>(A left, A gain, A offset, A result) {}

  /** Part of a product: panels of rows and of columns. */
  static final class Part {
    int product;
    int fromRows;
    int toRows;
    int fromColumns;
    int toColumns;
  }

  /** Multiplies and detects. */
  void multiply(RightPanels<A> right, Target<A> target, Part part) {
    int step = layout.blockRowPanels();
    left.encoder().count(part.fromColumns == 0 && part.toColumns > 0);
    for (int panel = part.fromRows; panel < part.toRows; panel += step) {
      int panels = Math.min(step, part.toRows - panel);
      int first = panel * MatmulKernels.ROWS;
      place.firstRow = (long) part.product * layout.rows() + first;
      place.rows = Math.min(panels * MatmulKernels.ROWS, layout.rows() - first);
      if (part.fromColumns < part.toColumns) {
        left.pack(target.left, place.firstRow, place.rows);
      }
      for (int from = part.fromColumns; from < part.toColumns; from += blockPanels) {
        int to = Math.min(from + blockPanels, part.toColumns);
        place.column = from * layout.panelColumns();
        place.columns = Math.min(to * layout.panelColumns(), layout.columns()) - place.column;
        block(right, from, to);
        receiver.write(place, target.gain, target.offset, target.result);
      }
    }
  }

  private void block(RightPanels<A> right, int from, int to) {
    for (int window = 0; window < layout.windows(); window++) {
      receiver.clear(roundedRows());
      int end = layout.windowEnd(window);
      for (int k = layout.windowStart(window); k < end; ) {
        int next = MatmulLayout.pieceEnd(k, end);
        for (int panel = from; panel < to; panel++) {
          column(right.panel(panel), receiver.sums(), panel, from, k, next - k);
          if (hasSecond) {
            second(right.secondPanel(panel), panel, from, k, next - k);
          }
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
  private void column(Table<A> b, Table<A> c, int panel, int first, int k, int depth) {
    int vectors = layout.vectorsOf(panel);
    int bo = b.offset() + k * vectors * layout.lanes();
    int co = c.offset() + (panel - first) * layout.panelColumns();
    int stride = receiver.stride();
    for (int row = 0; row < place.rows; row += MatmulKernels.ROWS) {
      int rows = MatmulKernels.tileRows(Math.min(MatmulKernels.ROWS, place.rows - row));
      int ao = left.at(row / MatmulKernels.ROWS, k);
      kernels.multiply(
          rows,
          vectors,
          left.array(),
          ao,
          b.array(),
          bo,
          depth,
          c.array(),
          co + row * stride,
          stride);
    }
  }

  /** The same of the second product. */
  private void second(Table<A> b, int panel, int first, int k, int depth) {
    Table<A> c = receiver.variances();
    int vectors = layout.vectorsOf(panel);
    int bo = b.offset() + k * vectors * layout.lanes();
    int co = c.offset() + (panel - first) * layout.panelColumns();
    int stride = receiver.stride();
    for (int row = 0; row < place.rows; row += MatmulKernels.ROWS) {
      int rows = MatmulKernels.tileRows(Math.min(MatmulKernels.ROWS, place.rows - row));
      int ao = left.secondAt(row / MatmulKernels.ROWS, k);
      A a = left.secondArray();
      int at = co + row * stride;
      kernels.multiply(rows, vectors, a, ao, b.array(), bo, depth, c.array(), at, stride);
    }
  }
}
