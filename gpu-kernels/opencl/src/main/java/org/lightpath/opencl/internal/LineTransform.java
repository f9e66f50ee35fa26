package org.lightpath.opencl.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransferFunction;

/**
 * Transforms of neighbouring rows of N samples in place, with spectra in the order in which they
 * come: one launch where a row fits a work-group, else rows and columns of the four-step transform.
 */
final class LineTransform {
  private final Precision precision;
  private final LinePlan line;
  private final @Nullable FourStep split;
  private final @Nullable FourStepKernels columns;
  private final SpectralOrder order;
  private final int samples;
  private final Kernel forward;
  private final Kernel inverse;
  private final @Nullable Kernel filter;

  /** How rows of some length are divided on a device. */
  record Layout(LinePlan line, @Nullable FourStep split) {
    /** The best layout, nothing if the rows are too long for the device. */
    static Optional<Layout> of(Limits limits, int samples, long rows) {
      Optional<LinePlan> line = LinePlanner.rows(limits, samples, 1, rows);
      return line.isPresent()
          ? line.map(one -> new Layout(one, null))
          : FourStep.plan(limits, samples, 1, rows).map(split -> new Layout(split.rows(), split));
    }

    /** Mean amplitude gain of a transform there and back, apart from N. */
    double gain(Precision precision) {
      double rows = Roots.gain(line, precision);
      return split == null ? rows : rows * Roots.gain(split.columns(), precision);
    }

    /** Items of the largest group. */
    int group() {
      return split == null ? line.group() : Math.max(line.group(), split.columns().group());
    }
  }

  /**
   * Prepares transforms.
   *
   * @param transfer what {@link #filter} multiplies by, apart from 1/N; null where it is not used
   */
  LineTransform(
      Workbench bench, Layout layout, Precision precision, @Nullable TransferFunction transfer) {
    this.precision = precision;
    this.line = layout.line();
    this.split = layout.split();
    this.samples = split == null ? line.length() : Math.toIntExact(split.samples());
    this.columns = split == null ? null : new FourStepKernels(bench, split, precision, 1, 1);
    this.order = split == null ? SpectralOrder.of(line) : SpectralOrder.of(split);
    int height = split == null ? 1 : split.columns().length();
    DeviceBuffer roots = bench.table(Roots.ofLine(line, precision));
    String source = FourStepKernels.rowSource(line, height, precision, 1, 1);
    this.forward = bench.kernel(source, "rowsForward", line.group()).set(1, roots);
    this.inverse =
        bench.kernel(source, "rowsInverse", line.group()).set(1, roots).set(3, 1, precision);
    this.filter =
        transfer == null
            ? null
            : bench
                .kernel(source, "rows", line.group())
                .set(1, roots)
                .set(2, new FilterTable(bench, precision, order, transfer).buffer())
                .set(4, 0);
  }

  /** Order of the spectrum. */
  SpectralOrder order() {
    return order;
  }

  /** What a forward and an inverse transform multiply by: N and the gain of rounded factors. */
  double size() {
    return samples * new Layout(line, split).gain(precision);
  }

  int largestGroup() {
    int rows = Math.min(forward.largestGroup(), inverse.largestGroup());
    int least = filter == null ? rows : Math.min(rows, filter.largestGroup());
    return columns == null ? least : Math.min(least, columns.largestGroup());
  }

  /** Forward. */
  void forward(DeviceBuffer field, int rows) {
    columns(columns == null ? null : columns.columnsForward(), field, rows);
    rows(forward, 2, field, rows);
  }

  /** Inverse without the factor 1/N, times another. */
  void inverse(DeviceBuffer field, int rows, double amplitude) {
    inverse.set(3, columns == null ? amplitude : 1, precision);
    rows(inverse, 2, field, rows);
    if (columns != null) {
      columns.columnsInverse().set(4, amplitude, precision);
      columns(columns.columnsInverse(), field, rows);
    }
  }

  /** Forward, times what was prepared, and back. */
  void filter(DeviceBuffer field, int rows) {
    Kernel kernel = filter;
    if (kernel == null) {
      throw new IllegalStateException("no filter was prepared");
    }
    columns(columns == null ? null : columns.columnsForward(), field, rows);
    rows(kernel, 3, field, rows);
    if (columns != null) {
      columns.columnsInverse().set(4, 1, precision);
      columns(columns.columnsInverse(), field, rows);
    }
  }

  private void rows(Kernel kernel, int totalArgument, DeviceBuffer field, int rows) {
    int all = rows * (samples / line.length());
    long groups = ((long) all + line.lines() - 1) / line.lines();
    kernel.set(0, field).set(totalArgument, all).launch(groups, bytes(rows));
  }

  private void columns(@Nullable Kernel kernel, DeviceBuffer field, int rows) {
    if (kernel != null && split != null) {
      kernel.set(0, field).launch((long) rows * split.stretches(), bytes(rows));
    }
  }

  private long bytes(int rows) {
    return 2L * rows * samples * precision.complexBytes();
  }
}
