package org.lightpath.opencl.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransformPlan;

/**
 * A transform with bins in natural order: columns and rows in place, and a reordering copy through
 * scratch memory, as many modes at a time as the scratch holds.
 */
final class TransformProgram implements DeviceProgram {
  private static final long SCRATCH_BYTES = 1L << 26;

  private final Workbench bench;
  private final TransformPlan plan;
  private final LinePlan rowLine;
  private final @Nullable FourStep split;
  private final @Nullable FourStepKernels columns;
  private final DeviceBuffer scratch;
  private final Kernel rows;
  private final Kernel reorder;
  private final int modesAtOnce;

  /** A transform that fits a work-group ({@code split} null) or not. */
  TransformProgram(
      TransformPlan plan, Workbench bench, LinePlan rowLine, @Nullable FourStep split) {
    this.bench = bench;
    this.plan = plan;
    this.rowLine = rowLine;
    this.split = split;
    Precision precision = plan.precision();
    int height = split == null ? 1 : split.columns().length();
    this.columns = split == null ? null : new FourStepKernels(bench, split, precision, 1, 1);
    DeviceBuffer roots = bench.table(Roots.ofLine(rowLine, precision));
    SpectralOrder order = split == null ? SpectralOrder.of(rowLine) : SpectralOrder.of(split);
    DeviceBuffer rowBins = bench.table(order.rowBins());
    DeviceBuffer columnBins = bench.table(order.columnBins());
    int total = plan.shape().batch() * plan.shape().modes();
    long each = (long) plan.shape().samples() * precision.complexBytes();
    this.modesAtOnce = (int) Math.max(1, Math.min(total, SCRATCH_BYTES / each));
    this.scratch = bench.allocate(modesAtOnce * each);
    String source = FourStepKernels.rowSource(rowLine, height, precision, 1, 1);
    this.rows = bench.kernel(source, forward() ? "rowsForward" : "rowsInverse", rowLine.group());
    String reorderSource =
        new LineSource(precision)
            .define("HEIGHT", height)
            .define("WIDTH", rowLine.length())
            .file("reorder")
            .text();
    this.reorder = bench.kernel(reorderSource, forward() ? "toNatural" : "fromNatural");
    rows.set(1, roots);
    reorder.set(1, scratch).set(2, rowBins).set(3, columnBins);
    double scale = 1.0 / plan.shape().samples();
    if (!forward()) {
      rows.set(3, columns == null ? scale : 1, precision);
    }
    if (columns != null) {
      columns.columnsInverse().set(4, scale, precision);
    }
  }

  private boolean forward() {
    return plan.direction() == TransformPlan.Direction.FORWARD;
  }

  int largestGroup() {
    int largest = rows.largestGroup();
    return columns == null ? largest : Math.min(largest, columns.largestGroup());
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    int modes = fields * plan.shape().modes();
    if (forward()) {
      columns(columns == null ? null : columns.columnsForward(), field, modes);
      rows(field, modes);
      reorder(field, modes);
    } else {
      reorder(field, modes);
      rows(field, modes);
      columns(columns == null ? null : columns.columnsInverse(), field, modes);
    }
  }

  private void columns(@Nullable Kernel kernel, DeviceBuffer field, int modes) {
    if (kernel != null && split != null) {
      kernel.set(0, field).launch((long) modes * split.stretches(), 2 * bytes(modes));
    }
  }

  private void rows(DeviceBuffer field, int modes) {
    int all = modes * (plan.shape().samples() / rowLine.length());
    long groups = ((long) all + rowLine.lines() - 1) / rowLine.lines();
    rows.set(0, field).set(2, all).launch(groups, 2 * bytes(modes));
  }

  private void reorder(DeviceBuffer field, int modes) {
    for (int from = 0; from < modes; from += modesAtOnce) {
      int count = Math.min(modesAtOnce, modes - from);
      long samples = (long) count * plan.shape().samples();
      reorder
          .set(0, field)
          .set(4, (long) from * plan.shape().samples())
          .set(5, samples)
          .launchFor(samples, 2 * bytes(count));
      bench.queue().copy(scratch, field, bytes(from), bytes(count));
    }
  }

  private long bytes(int modes) {
    return (long) modes * plan.shape().samples() * plan.precision().complexBytes();
  }

  @Override
  public void close() {
    bench.close();
  }
}
