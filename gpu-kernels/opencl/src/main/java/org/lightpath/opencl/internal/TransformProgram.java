package org.lightpath.opencl.internal;

import org.jocl.Pointer;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransformPlan;

/**
 * A transform with bins in natural order: columns and rows in place, and a reordering copy through
 * scratch memory, as many modes at a time as the scratch holds.
 */
final class TransformProgram implements DeviceProgram {
  private static final long SCRATCH_BYTES = 1L << 26;
  private static final int GROUP = 64;

  private final TransformPlan plan;
  private final LinePlan rowLine;
  private final @Nullable FourStep split;
  private final @Nullable FourStepKernels columns;
  private final DeviceBuffer roots;
  private final DeviceBuffer rowBins;
  private final DeviceBuffer columnBins;
  private final DeviceBuffer scratch;
  private final Kernel rows;
  private final Kernel reorder;
  private final int modesAtOnce;

  /** A transform that fits a work-group ({@code split} null) or not. */
  TransformProgram(
      TransformPlan plan, DeviceQueue queue, LinePlan rowLine, @Nullable FourStep split) {
    this.plan = plan;
    this.rowLine = rowLine;
    this.split = split;
    Precision precision = plan.precision();
    int height = split == null ? 1 : split.columns().length();
    this.columns = split == null ? null : new FourStepKernels(queue, split, precision, 1, 1);
    this.roots = queue.table(Roots.ofLine(rowLine, precision));
    SpectralOrder order = split == null ? SpectralOrder.of(rowLine) : SpectralOrder.of(split);
    this.rowBins = table(queue, order.rowBins());
    this.columnBins = table(queue, order.columnBins());
    int total = plan.shape().batch() * plan.shape().modes();
    long each = (long) plan.shape().samples() * precision.complexBytes();
    this.modesAtOnce = (int) Math.max(1, Math.min(total, SCRATCH_BYTES / each));
    this.scratch = queue.allocate(modesAtOnce * each);
    String source = FourStepKernels.rowSource(rowLine, height, precision, 1, 1);
    this.rows =
        new Kernel(queue, source, forward() ? "rowsForward" : "rowsInverse", rowLine.group());
    String reorderSource =
        new LineSource(precision)
            .define("HEIGHT", height)
            .define("WIDTH", rowLine.length())
            .file("reorder")
            .text();
    this.reorder =
        new Kernel(
            queue,
            reorderSource,
            forward() ? "toNatural" : "fromNatural",
            Math.min(GROUP, queue.info().groupSize()));
    setArguments(precision);
  }

  private static DeviceBuffer table(DeviceQueue queue, int[] values) {
    return queue.table(Pointer.to(values), (long) values.length * Integer.BYTES);
  }

  private void setArguments(Precision precision) {
    rows.set(1, roots);
    reorder.set(1, scratch).set(2, rowBins).set(3, columnBins);
    if (!forward()) {
      rows.set(3, columns == null ? 1.0 / plan.shape().samples() : 1, precision);
    }
    if (columns != null) {
      columns.columnsInverse().set(4, 1.0 / plan.shape().samples(), precision);
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
      reorder.queue().copy(scratch, field, bytes(from), bytes(count));
    }
  }

  private long bytes(int modes) {
    return (long) modes * plan.shape().samples() * plan.precision().complexBytes();
  }

  @Override
  public void close() {
    if (columns != null) {
      columns.close();
    }
    rows.close();
    reorder.close();
    roots.close();
    rowBins.close();
    columnBins.close();
    scratch.close();
  }
}
