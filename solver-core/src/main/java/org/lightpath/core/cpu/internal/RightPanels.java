package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.ProductVariance;

/**
 * All of one B, encoded, in panels [K, columns of a panel]; beside it what the receiver needs of
 * it: |b|, b² or V, and sums of squares of each column in each window.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class RightPanels<A> {
  /** Elements that are encoded at once, so that they stay in the first-level cache. */
  private static final int CHUNK = 2048;

  private final MatmulTools<A> tools;
  private final MatmulLayout layout;
  private final List<Table<A>> main = new ArrayList<>();
  private final List<Table<A>> second = new ArrayList<>();
  private final Table<A> leakWeights;
  private final Table<A> shotWeights;
  private final boolean leaks;
  private final boolean shoots;
  private final A leak;
  private final A shot;

  RightPanels(MatmulTools<A> tools) {
    this.tools = tools;
    this.layout = tools.layout();
    for (int panel = 0; panel < layout.panels(); panel++) {
      long size = (long) layout.inner() * layout.vectorsOf(panel) * layout.lanes();
      main.add(tools.slabs().take(size));
      second.add(tools.hasSecond() ? tools.slabs().take(size) : main.getLast());
    }
    this.leaks = tools.weights().leaksRight();
    this.shoots = tools.noise().right() > 0;
    this.leakWeights = tools.alongInner(leaks, tools.weights()::right);
    this.shotWeights = tools.alongInner(shoots, k -> tools.noise().right());
    this.leak = tools.elements().allocate(leaks ? sums() : layout.paddedColumns());
    this.shot = tools.elements().allocate(shoots ? sums() : layout.paddedColumns());
  }

  private int sums() {
    return Math.multiplyExact(layout.windows(), layout.paddedColumns());
  }

  Table<A> panel(int panel) {
    return main.get(panel);
  }

  Table<A> secondPanel(int panel) {
    return second.get(panel);
  }

  /** Σ v b² of all columns and windows, or zeros. */
  A leak() {
    return leak;
  }

  /** c_B Σ b² of all columns and windows, or zeros. */
  A shot() {
    return shot;
  }

  /** Where the sums of a window begin in {@link #leak()}. */
  int leakAt(int window) {
    return leaks ? window * layout.paddedColumns() : 0;
  }

  /** Where the sums of a window begin in {@link #shot()}. */
  int shotAt(int window) {
    return shoots ? window * layout.paddedColumns() : 0;
  }

  /** What one worker packs with, and which rows of which panel it is at. */
  static final class Packer<A> {
    private final MatmulKernels<A> kernels;
    private final OperandEncoder<A> encoder;
    private final A before;
    private int product;
    private int panel;
    private int k;
    private int depth;

    Packer(MatmulTools<A> tools, MatmulKernels<A> kernels) {
      this.kernels = kernels;
      this.encoder = tools.encoder(tools.plan().right(), kernels);
      this.encoder.count(true);
      this.before = tools.elements().allocate(tools.layout().panelColumns());
    }

    OperandEncoder<A> encoder() {
      return encoder;
    }
  }

  /**
   * Encodes one panel.
   *
   * @param source B in its own layout
   * @param variance V in the layout of B; not looked at where the plan takes none
   */
  void pack(Packer<A> with, A source, A variance, int product, int panel) {
    Table<A> target = main.get(panel);
    int width = layout.vectorsOf(panel) * layout.lanes();
    int step = Math.max(1, CHUNK / width);
    with.product = product;
    with.panel = panel;
    with.kernels.clear(with.before, 0, layout.panelColumns());
    for (int k = 0; k < layout.inner(); k += step) {
      with.k = k;
      with.depth = Math.min(step, layout.inner() - k);
      int at = target.offset() + k * width;
      fill(with, source, target.array(), at);
      encode(with, target.array(), at);
    }
    if (leaks) {
      squares(with.kernels, panel, leakWeights, leak);
    }
    if (shoots) {
      squares(with.kernels, panel, shotWeights, shot);
    }
    if (tools.hasSecond()) {
      second(with, variance);
    }
  }

  /** Copies numbers as they are. */
  private void fill(Packer<A> with, A source, A target, int at) {
    int column = with.panel * layout.panelColumns();
    int columns = layout.columnsOf(with.panel);
    int width = layout.vectorsOf(with.panel) * layout.lanes();
    int start = with.product * layout.inner() * layout.columns();
    if (columns < width) {
      with.kernels.clear(target, at, at + with.depth * width);
    }
    if (layout.transposed()) {
      int from = start + column * layout.inner() + with.k;
      with.kernels.transpose(
          source, from, layout.inner(), target, at, width, with.depth, columns);
      return;
    }
    for (int r = 0; r < with.depth; r++) {
      int from = start + (with.k + r) * layout.columns() + column;
      tools.elements().copy(source, from, target, at + r * width, columns);
    }
  }

  private void encode(Packer<A> with, A x, int at) {
    int vectors = layout.vectorsOf(with.panel);
    int width = vectors * layout.lanes();
    with.encoder.emit(x, at, with.depth * vectors);
    if (with.encoder.isRandom()) {
      long row = (long) with.product * layout.inner() + with.k;
      long column = (long) with.panel * layout.panelColumns();
      for (int r = 0; r < with.depth; r++) {
        with.encoder.disturb(x, at + r * width, vectors, (row + r) * layout.columns() + column);
      }
    }
    OperandMemory memory = with.encoder.memory();
    for (int v = 0; v < vectors && memory.isPresent(); v++) {
      int o = v * layout.lanes();
      with.kernels.rememberColumns(
          x, at + o, width, with.depth, memory.pole(), memory.skew(), with.before, o);
    }
  }

  private void squares(MatmulKernels<A> kernels, int panel, Table<A> weights, A sums) {
    Table<A> x = main.get(panel);
    int width = layout.vectorsOf(panel) * layout.lanes();
    for (int window = 0; window < layout.windows(); window++) {
      int start = layout.windowStart(window);
      int depth = layout.windowEnd(window) - start;
      int at = window * layout.paddedColumns() + panel * layout.panelColumns();
      kernels.clear(sums, at, at + width);
      for (int o = 0; o < width; o += layout.lanes()) {
        int from = x.offset() + start * width + o;
        kernels.columnSquares(
            x.array(), from, width, depth, weights.array(), weights.offset() + start, sums, at + o);
      }
    }
  }

  private void second(Packer<A> with, A variance) {
    ProductVariance of = tools.noise().product();
    Table<A> x = main.get(with.panel);
    Table<A> y = second.get(with.panel);
    if (of == null || of.right() == ProductVariance.Right.GIVEN) {
      with.k = 0;
      with.depth = layout.inner();
      fill(with, variance, y.array(), y.offset());
      return;
    }
    boolean square = of.right() == ProductVariance.Right.SQUARE;
    int vectors = layout.inner() * layout.vectorsOf(with.panel);
    with.kernels.magnitudes(x.array(), x.offset(), y.array(), y.offset(), vectors, square, 1);
  }
}
