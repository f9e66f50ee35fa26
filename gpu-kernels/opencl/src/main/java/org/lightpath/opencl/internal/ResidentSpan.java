package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;

/** One launch for a whole span, see {@code resident.cl}. */
final class ResidentSpan implements DeviceProgram {
  /**
   * Bytes of samples and of H in the registers of an item, above which H stays in the caches: with
   * 256 (4096 samples in single precision) an H100 is 7 % slower if H is held.
   */
  private static final int HELD_BYTES = 192;

  private final Workbench bench;
  private final SpanPlan span;
  private final LinePlan line;
  private final ResidentLaunch launch;
  private final SpectralTables tables;
  private final Kernel kernel;

  ResidentSpan(SpanPlan span, ResidentLaunch launch, Workbench bench) {
    this.bench = bench;
    this.span = span;
    this.launch = launch;
    this.line = launch.line();
    double gain = line.length() * Roots.gain(line, span.precision());
    this.tables = span.tables().make(bench, SpectralOrder.of(line), gain);
    KerrTables kerr = span.kerr().apply(bench);
    DeviceBuffer roots = bench.table(Roots.ofLine(line, span.precision()));
    int[] numbers = new int[tables.operators()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tables.slot(i);
    }
    DeviceBuffer slots = bench.table(numbers);
    this.kernel = bench.kernel(source(), "span", line.group());
    kernel
        .set(1, roots)
        .set(2, tables.buffer())
        .set(3, slots)
        .set(4, kerr.weights())
        .set(5, kerr.gammas())
        .set(8, kerr.stride())
        .set(11, span.rotations());
  }

  private String source() {
    LineSource source = LineSource.sharing(span.precision()).line(line);
    source.define("ROWS", tables.rows()).define("FIELD_MODES", span.shape().modes());
    if (holdsOperator()) {
      source.define("HOLD");
    }
    if (launch.waves() > 0) {
      source.define("PERSISTENT");
    }
    return source.file("rotation").file("resident").text();
  }

  private boolean holdsOperator() {
    int rows = span.together() > 1 ? tables.rows() : 1;
    int bytes = line.points() * (span.together() + rows) * span.precision().complexBytes();
    return switch (launch.holding()) {
      case PLANNED -> bytes <= HELD_BYTES && 2 * tables.changes() < tables.operators();
      case HELD -> true;
      case READ -> false;
    };
  }

  /** One group for each of the units of fields, or as many as loop over them. */
  private long groups(int units) {
    long all = Math.ceilDiv(units, line.lines());
    long resident = (long) launch.waves() * bench.device().computeUnits();
    return resident == 0 ? all : Math.min(all, resident);
  }

  @Override
  public boolean isLaunchable() {
    return largestGroup() >= line.group();
  }

  int largestGroup() {
    return kernel.largestGroup();
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    int units = span.units(fields);
    kernel.set(0, field).set(6, units).set(7, first);
    for (int from = 0; from < tables.operators(); ) {
      int to = tables.nextStretch(from);
      double amplitude = to == tables.operators() ? span.amplitude() : 1;
      tables.prepare(from);
      kernel
          .set(9, from)
          .set(10, to)
          .set(12, amplitude, span.precision())
          .launch(groups(units), 2 * span.bytes(fields));
      from = to;
    }
  }

  @Override
  public Optional<ProgramCost> cost(int fields) {
    int operators = tables.operators();
    int launches = 0;
    for (int from = 0; from < operators; from = tables.nextStretch(from)) {
      launches++;
    }
    double samples = (double) span.bytes(fields) / span.precision().complexBytes();
    double flops =
        operators * (LineCost.flops(line) + LineCost.OPERATOR_FLOPS)
            + span.rotations() * LineCost.rotationFlops(span.precision());
    ProgramCost own =
        new ProgramCost(
            launches,
            2.0 * launches * span.bytes(fields),
            (double) launches * tables.buffer().bytes(),
            samples * operators * LineCost.localBytes(line, span.precision()),
            samples * flops);
    return Optional.of(own.plus(LineCost.builds(tables)));
  }

  @Override
  public void close() {
    bench.close();
  }
}
