package org.lightpath.opencl.internal;

import java.util.function.IntToDoubleFunction;
import org.lightpath.core.plan.MatmulPlan;

/**
 * How encoded operands lie: (matrix, position along K, stream), with whole tiles of streams and
 * every window beginning at a whole slab.
 *
 * @param windows readouts of an output; one where they are only added up
 * @param window terms of a readout
 * @param paddedWindow positions of a readout
 * @param paddedRows streams of A
 * @param paddedColumns streams of B
 */
record MatmulLayout(int windows, int window, int paddedWindow, int paddedRows, int paddedColumns) {
  /** Terms of a readout of a plan. */
  static int window(MatmulPlan plan) {
    boolean read = plan.readout().noise().isPresent() || plan.readout().converter().isPresent();
    int inner = plan.shape().inner();
    return read ? Math.min(plan.readout().integrationLength(), inner) : inner;
  }

  static MatmulLayout of(MatmulPlan plan, MatmulTile tile) {
    int window = window(plan);
    return new MatmulLayout(
        Math.ceilDiv(plan.shape().inner(), window),
        window,
        padded(window, tile.slab()),
        padded(plan.shape().rows(), tile.rows()),
        padded(plan.shape().columns(), tile.columns()));
  }

  private static int padded(int extent, int unit) {
    return Math.multiplyExact(Math.ceilDiv(extent, unit), unit);
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
