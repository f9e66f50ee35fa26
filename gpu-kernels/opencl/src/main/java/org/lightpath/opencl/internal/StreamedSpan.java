package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;

/** Two launches a step, see {@code columns.cl} and {@code rows.cl}. */
final class StreamedSpan implements DeviceProgram {
  private final Workbench bench;
  private final SpanPlan span;
  private final FourStep split;
  private final SpectralTables tables;
  private final FourStepKernels kernels;
  private final Kernel columns;
  private final Kernel rows;

  StreamedSpan(SpanPlan span, FourStep split, Workbench bench) {
    this.bench = bench;
    this.span = span;
    this.split = split;
    double gain =
        (double) split.samples()
            * Roots.gain(split.columns(), span.precision())
            * Roots.gain(split.rows(), span.precision());
    this.tables = span.tables().make(bench, SpectralOrder.of(split), gain);
    KerrTables kerr = span.kerr().apply(bench);
    this.kernels =
        new FourStepKernels(bench, split, span.precision(), span.shape().modes(), tables.rows());
    this.columns = kernels.columns("columns");
    columns.set(4, kerr.weights()).set(5, kerr.gammas()).set(7, kerr.stride());
    this.rows = kernels.rows("rows").set(2, tables.buffer());
    kernels.columnsInverse().set(4, span.amplitude(), span.precision());
  }

  @Override
  public boolean isLaunchable() {
    return largestGroup() >= Math.max(split.columns().group(), split.rows().group());
  }

  int largestGroup() {
    return kernels.largestGroup();
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    long columnGroups = (long) span.units(fields) * split.stretches();
    int allRows = fields * span.shape().modes() * split.columns().length();
    long rowGroups = ((long) allRows + split.rows().lines() - 1) / split.rows().lines();
    long bytes = 2 * span.bytes(fields);
    columns.set(0, field).set(6, first);
    rows.set(0, field).set(3, allRows);
    kernels.columnsForward().set(0, field).launch(columnGroups, bytes);
    int slot = -1;
    for (int o = 0, prepared = 0; o < tables.operators(); o++) {
      if (o == prepared) {
        tables.prepare(o);
        prepared = tables.nextStretch(o);
      }
      if (tables.slot(o) != slot) {
        slot = tables.slot(o);
        rows.set(4, slot);
      }
      rows.launch(rowGroups, bytes);
      if (o < span.rotations()) {
        columns.set(8, o).launch(columnGroups, bytes);
      }
    }
    kernels.columnsInverse().set(0, field).launch(columnGroups, bytes);
  }

  @Override
  public Optional<ProgramCost> cost(int fields) {
    int operators = tables.operators();
    int rotations = span.rotations();
    int columnLaunches = rotations + 2;
    double samples = (double) span.bytes(fields) / span.precision().complexBytes();
    double passes =
        operators
            * (LineCost.flops(split.columns())
                + LineCost.flops(split.rows())
                + LineCost.OPERATOR_FLOPS
                + LineCost.FACTOR_FLOPS);
    double local =
        LineCost.localBytes(split.columns(), span.precision())
            + LineCost.localBytes(split.rows(), span.precision());
    int launches = operators + columnLaunches;
    ProgramCost own =
        new ProgramCost(
            launches,
            2.0 * launches * span.bytes(fields),
            (double) operators * tables.slotBytes() + columnLaunches * kernels.factorBytes(),
            samples * operators * local,
            samples * (passes + rotations * LineCost.rotationFlops(span.precision())));
    return Optional.of(own.plus(LineCost.builds(tables)));
  }

  @Override
  public void close() {
    bench.close();
  }
}
