package org.lightpath.opencl.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ReceiverNoise;

/** The kernel of {@code receive.cl}: the readout of a product, behind it. */
final class ReceiveKernel {
  private static final int RESULT = 0;
  private static final int SCALE = 15;
  private static final int SAMPLE = 16;

  /** Columns of a group: enough for the start of a group to cost nothing. */
  private static final int LARGEST_SEGMENT = 256;

  private final MatmulPlan plan;
  private final Kernel kernel;
  private final long groups;

  ReceiveKernel(
      Workbench bench,
      String source,
      MatmulPlan plan,
      MatmulLayout layout,
      ProductKernel.Inputs inputs,
      Buffers buffers) {
    this.plan = plan;
    int segment = segment(bench);
    MatmulShape shape = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    DeviceBuffer leftNorms = inputs.leftNorms();
    DeviceBuffer rightNorms = inputs.rightNorms();
    this.groups = (long) shape.batch() * shape.rows() * Math.ceilDiv(shape.columns(), segment);
    this.kernel = bench.kernel(source, "receive", segment);
    kernel
        .set(1, buffers.seconds == null ? inputs.clipped() : buffers.seconds)
        .set(2, leftNorms == null ? inputs.clipped() : leftNorms)
        .set(3, rightNorms == null ? inputs.clipped() : rightNorms)
        .set(4, buffers.corrections)
        .set(5, buffers.receiver)
        .set(6, inputs.clipped())
        .set(7, shape.rows())
        .set(8, shape.columns())
        .set(9, layout.paddedRows())
        .set(10, layout.paddedColumns())
        .set(11, shape.batch())
        .set(12, shape.sharedRight() ? 1 : 0)
        .set(13, noise.seed())
        .set(14, noise.stream());
  }

  /**
   * What both kernels of a product read.
   *
   * @param seconds sums of the second product; null if there is none
   * @param corrections of columns
   * @param receiver its numbers
   */
  record Buffers(@Nullable DeviceBuffer seconds, DeviceBuffer corrections, DeviceBuffer receiver) {}

  /** Columns of a group on a device. */
  static int segment(Workbench bench) {
    return Math.min(LARGEST_SEGMENT, bench.device().groupSize());
  }

  /** Enqueues the readout of the sums in {@code result}. */
  void enqueue(DeviceBuffer result, MatmulRun run) {
    kernel
        .set(RESULT, result)
        .set(SCALE, run.leftScale() * run.rightScale(), plan.precision())
        .set(SAMPLE, run.sample())
        .launch(groups, bytes());
  }

  /** Sums read, results written [B]. */
  private long bytes() {
    int sets = plan.readout().noise().product() == null ? 2 : 3;
    return sets * plan.shape().result().elements() * plan.precision().realBytes();
  }

  /** Its traffic; the arithmetic of a readout counts with the product. */
  ProgramCost cost() {
    return new ProgramCost(1, bytes(), 0, 0, 0);
  }
}
