package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.ProductVariance;

/**
 * All or some of one B, encoded, in panels [K, columns of a panel]; beside it what the receiver
 * needs of it: |b|, b² or V, and sums of squares of each column in each window.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class RightPanels<A> {
  /** Rows that are encoded at once, so that they stay in cache. */
  private static final int CHUNK = 32;

  private final MatmulTools<A> tools;
  private final MatmulLayout layout;
  private final List<Table<A>> main = new ArrayList<>();
  private final List<Table<A>> second = new ArrayList<>();
  private final int depth;
  private final Table<A> leakWeights;
  private final Table<A> shotWeights;
  private final boolean leaks;
  private final boolean shoots;
  private final A leak;
  private final A shot;

  /**
   * Room for panels.
   *
   * @param whole all of B; else one slot of K of the panels of a block
   */
  RightPanels(MatmulTools<A> tools, boolean whole) {
    this.tools = tools;
    this.layout = tools.layout();
    this.depth = whole ? layout.inner() : Math.min(layout.inner(), MatmulKernels.SLOT);
    int held = whole ? layout.panels() : layout.blockPanels(tools.elements().bytes());
    for (int panel = 0; panel < held; panel++) {
      int vectors = held < layout.panels() ? layout.vectors() : layout.vectorsOf(panel);
      long size = (long) depth * vectors * layout.lanes();
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
    return main.get(panel % main.size());
  }

  Table<A> secondPanel(int panel) {
    return second.get(panel % second.size());
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
    private int from;
    private int to;
    private int k;
    private int depth;

    Packer(MatmulTools<A> tools, MatmulKernels<A> kernels) {
      this.kernels = kernels;
      this.encoder = tools.encoder(tools.plan().right(), kernels);
      this.encoder.count(true);
      this.before =
          tools.elements().allocate(tools.layout().blockColumns(tools.elements().bytes()));
    }

    OperandEncoder<A> encoder() {
      return encoder;
    }

    /** Goes to some neighbouring panels. */
    void at(int ofProduct, int fromPanel, int toPanel) {
      product = ofProduct;
      from = fromPanel;
      to = toPanel;
    }
  }

  /**
   * Encodes a piece of a window of neighbouring panels, as many as a block has at most. The pieces
   * of a panel must be encoded in their order: streams have memory.
   */
  void pack(Packer<A> with, MatmulOperandArrays<A> matrices, int window, int from, int end) {
    if (from == 0) {
      with.kernels.clear(with.before, 0, (with.to - with.from) * layout.panelColumns());
    }
    for (int k = from; k < end; k += CHUNK) {
      with.k = k;
      with.depth = Math.min(CHUNK, end - k);
      fill(with, matrices.right(), main);
      for (int panel = with.from; panel < with.to; panel++) {
        encode(with, panel);
      }
      if (tools.hasSecond()) {
        second(with, matrices.variance());
      }
    }
    with.k = from;
    with.depth = end - from;
    if (leaks) {
      squares(with, window, leakWeights, leak);
    }
    if (shoots) {
      squares(with, window, shotWeights, shot);
    }
  }

  /** Index of a row of a panel in its table. */
  int at(Table<A> table, int panel, int k) {
    return table.offset() + k % depth * layout.vectorsOf(panel) * layout.lanes();
  }

  /** Copies numbers as they are. */
  private void fill(Packer<A> with, A source, List<Table<A>> targets) {
    int start = with.product * layout.inner() * layout.columns();
    for (int panel = with.from; panel < with.to; panel++) {
      Table<A> target = targets.get(panel % targets.size());
      int width = layout.vectorsOf(panel) * layout.lanes();
      int at = at(target, panel, with.k);
      if (layout.columnsOf(panel) < width) {
        with.kernels.clear(target.array(), at, at + with.depth * width);
      }
      if (layout.transposed()) {
        int from = start + panel * layout.panelColumns() * layout.inner() + with.k;
        with.kernels.transpose(
            source,
            from,
            layout.inner(),
            target.array(),
            at,
            width,
            with.depth,
            layout.columnsOf(panel));
      }
    }
    // Row by row over all panels: neighbouring memory is read together.
    for (int r = 0; r < with.depth && !layout.transposed(); r++) {
      int row = start + (with.k + r) * layout.columns();
      for (int panel = with.from; panel < with.to; panel++) {
        Table<A> target = targets.get(panel % targets.size());
        int from = row + panel * layout.panelColumns();
        int at = at(target, panel, with.k + r);
        tools.elements().copy(source, from, target.array(), at, layout.columnsOf(panel));
      }
    }
  }

  /** Encodes the rows of one panel. */
  private void encode(Packer<A> with, int panel) {
    Table<A> table = panel(panel);
    A x = table.array();
    int vectors = layout.vectorsOf(panel);
    int width = vectors * layout.lanes();
    int at = at(table, panel, with.k);
    with.encoder.emit(x, at, with.depth * vectors);
    if (with.encoder.isRandom()) {
      long row = (long) with.product * layout.inner() + with.k;
      long column = (long) panel * layout.panelColumns();
      for (int r = 0; r < with.depth; r++) {
        with.encoder.disturb(x, at + r * width, vectors, (row + r) * layout.columns() + column);
      }
    }
    OperandMemory memory = with.encoder.memory();
    int state = (panel - with.from) * layout.panelColumns();
    for (int o = 0; o < width && memory.isPresent(); o += layout.lanes()) {
      with.kernels.rememberColumns(
          x, at + o, width, with.depth, memory.pole(), memory.skew(), with.before, state + o);
    }
  }

  private void squares(Packer<A> with, int window, Table<A> weights, A sums) {
    for (int panel = with.from; panel < with.to; panel++) {
      Table<A> x = panel(panel);
      int width = layout.vectorsOf(panel) * layout.lanes();
      int at = window * layout.paddedColumns() + panel * layout.panelColumns();
      int wo = weights.offset() + with.k;
      if (with.k == layout.windowStart(window)) {
        with.kernels.clear(sums, at, at + width);
      }
      for (int o = 0; o < width; o += layout.lanes()) {
        int xo = at(x, panel, with.k) + o;
        with.kernels.columnSquares(
            x.array(), xo, width, with.depth, weights.array(), wo, sums, at + o);
      }
    }
  }

  private void second(Packer<A> with, A variance) {
    ProductVariance of = tools.noise().product();
    if (of == null || of.right() == ProductVariance.Right.GIVEN) {
      fill(with, variance, second);
      return;
    }
    boolean square = of.right() == ProductVariance.Right.SQUARE;
    for (int panel = with.from; panel < with.to; panel++) {
      Table<A> x = panel(panel);
      Table<A> y = secondPanel(panel);
      int xo = at(x, panel, with.k);
      int yo = at(y, panel, with.k);
      int vectors = with.depth * layout.vectorsOf(panel);
      with.kernels.magnitudes(x.array(), xo, y.array(), yo, vectors, square, 1);
    }
  }
}
