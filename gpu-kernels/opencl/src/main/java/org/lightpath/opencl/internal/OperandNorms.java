package org.lightpath.opencl.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;

/**
 * Sums of squares of an encoded operand for each window and stream: one weighted, for what leaks
 * into the sum, one for the variance.
 */
final class OperandNorms {
  private static final int STREAMS = 32;
  private static final int LARGEST_GROUP = 256;
  private static final double FLOPS = 4;

  private final DeviceBuffer sums;
  private final Kernel kernel;
  private final long groups;
  private final long bytes;
  private final double flops;

  /**
   * What is summed.
   *
   * @param matrices of the batch
   * @param streams of each
   * @param layout of the positions
   * @param weights of the squares by position; null for none
   * @param coefficient of the variance
   */
  record Sums(
      int matrices,
      MatmulLayout.Streams streams,
      MatmulLayout layout,
      @Nullable DeviceBuffer weights,
      double coefficient) {}

  OperandNorms(Workbench bench, Precision precision, DeviceBuffer encoded, Sums of) {
    int windows = of.layout.windows();
    long pairs = (long) of.matrices * windows * of.streams.padded();
    long values = pairs * of.layout.paddedWindow();
    this.sums = bench.allocate(pairs * precision.complexBytes());
    int streams = Math.min(STREAMS, bench.device().groupSize());
    int lanes = Math.max(1, Math.min(LARGEST_GROUP, bench.device().groupSize()) / streams);
    this.kernel =
        bench
            .kernel(
                MatmulLayout.source(precision, of.streams.panel())
                    .define("STREAMS", streams)
                    .define("LANES", lanes)
                    .file("operand")
                    .file("norms")
                    .text(),
                "norms",
                streams * lanes)
            .set(0, encoded)
            .set(1, sums)
            .set(2, of.weights == null ? encoded : of.weights)
            .set(3, of.weights == null ? 0 : 1)
            .set(4, of.coefficient, precision)
            .set(5, of.streams.padded())
            .set(6, of.layout.paddedWindow())
            .set(7, windows);
    this.groups = (long) of.matrices * windows * Math.ceilDiv(of.streams.padded(), streams);
    this.bytes = values * precision.realBytes() + sums.bytes();
    this.flops = FLOPS * values;
  }

  /** Pairs (weighted sum, variance) by matrix, window and stream. */
  DeviceBuffer sums() {
    return sums;
  }

  void enqueue() {
    kernel.launch(groups, bytes);
  }

  ProgramCost cost() {
    return new ProgramCost(1, bytes, 0, 0, flops);
  }
}
