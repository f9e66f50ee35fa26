package org.lightpath.opencl.internal;

import java.util.function.IntToDoubleFunction;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;

/**
 * How encoded operands lie, see {@code operand.cl}: whole tiles of streams, every window beginning
 * at a whole slab.
 *
 * @param windows readouts of an output; one where they are only added up
 * @param window terms of a readout
 * @param paddedWindow positions of a readout
 * @param rows streams of A
 * @param columns streams of B
 */
record MatmulLayout(int windows, int window, int paddedWindow, Streams rows, Streams columns) {
  /**
   * Streams of an operand.
   *
   * @param padded their number with what pads them
   * @param panel streams that lie together for each position; 0 for all
   */
  record Streams(int padded, int panel) {}

  /** Terms of a readout of a plan. */
  static int window(MatmulPlan plan) {
    boolean read = plan.readout().noise().isPresent() || plan.readout().converter().isPresent();
    int inner = plan.shape().inner();
    return read ? Math.min(plan.readout().integrationLength(), inner) : inner;
  }

  static MatmulLayout of(MatmulPlan plan, ProductTile tile) {
    int window = window(plan);
    return new MatmulLayout(
        Math.ceilDiv(plan.shape().inner(), window),
        window,
        padded(window, tile.slab()),
        new Streams(padded(plan.shape().rows(), tile.rows()), tile.rowPanel()),
        new Streams(padded(plan.shape().columns(), tile.columns()), tile.columnPanel()));
  }

  private static int padded(int extent, int unit) {
    return Math.multiplyExact(Math.ceilDiv(extent, unit), unit);
  }

  /** The beginning of the source of a kernel that reads or writes streams in panels. */
  static LineSource source(Precision precision, int panel) {
    LineSource text = new LineSource(precision);
    return panel == 0 ? text : text.define("PANEL", panel);
  }

  /** Streams of A with what pads them. */
  int paddedRows() {
    return rows.padded;
  }

  /** Streams of B with what pads them. */
  int paddedColumns() {
    return columns.padded;
  }

  /** Positions of a stream. */
  int paddedInner() {
    return Math.multiplyExact(windows, paddedWindow);
  }

  /** A list of one or K values as positions hold it, zeros between windows. */
  double[] spread(int inner, IntToDoubleFunction values) {
    double[] spread = new double[paddedInner()];
    for (int k = 0; k < inner; k++) {
      spread[k / window * paddedWindow + k % window] = values.applyAsDouble(k);
    }
    return spread;
  }
}
