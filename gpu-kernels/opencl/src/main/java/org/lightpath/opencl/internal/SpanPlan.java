package org.lightpath.opencl.internal;

import java.util.function.Function;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;

/**
 * What resident and streamed programs need to know of a plan: linear operators with rotations
 * between them.
 *
 * @param shape (batch, mode, time)
 * @param precision of storage and arithmetic
 * @param together modes that turn together: 1, or all for Manakov
 * @param rotations number of rotations
 * @param amplitude factor at the end
 * @param tables makes the spectral tables, for a spectral order and the gain of the transforms
 * @param kerr makes the coefficients of the rotations
 */
record SpanPlan(
    FieldShape shape,
    Precision precision,
    int together,
    int rotations,
    double amplitude,
    TableMaker tables,
    Function<Workbench, KerrTables> kerr) {
  /** Modes that an item keeps side by side in its registers. */
  private static final int MOST_TOGETHER = 4;

  /** Makes spectral tables. */
  @FunctionalInterface
  interface TableMaker {
    SpectralTables make(Workbench bench, SpectralOrder order, double gain);
  }

  static SpanPlan of(PropagationPlan plan, long tableBytes) {
    int modes = plan.shape().modes();
    boolean manakov = plan.nonlinearity() instanceof KerrNonlinearity.Manakov;
    if (manakov && modes > MOST_TOGETHER) {
      throw new UnsupportedPlanException(
          "the engine 'opencl' runs the Manakov equation for 1 to %d modes, got %d; the engine 'reference' runs any number"
              .formatted(MOST_TOGETHER, modes));
    }
    return new SpanPlan(
        plan.shape(),
        plan.precision(),
        manakov ? modes : 1,
        plan.steps().steps(),
        plan.finalAmplitude(),
        (bench, order, gain) -> new StepTables(bench, plan, order, gain, tableBytes),
        bench -> KerrTables.of(bench, plan));
  }

  static SpanPlan of(SpectralFilterPlan plan) {
    return new SpanPlan(
        plan.shape(),
        plan.precision(),
        1,
        0,
        1,
        (bench, order, _) -> new FilterTable(bench, plan.precision(), order, plan.transfer()),
        bench -> KerrTables.none(bench, plan.precision()));
  }

  /** Units that turn together in some fields of the batch. */
  int units(int fields) {
    return fields * (shape.modes() / together);
  }

  /** Bytes of some fields. */
  long bytes(int fields) {
    return (long) fields * shape.modes() * shape.samples() * precision.complexBytes();
  }

  /** For error messages. */
  static UnsupportedPlanException tooLong(FieldPlan plan, DeviceInfo device) {
    return new UnsupportedPlanException(
        "%s: a field of %d samples does not fit the work-groups of %s (%d items, %d bytes of local memory); the engine 'cpu' can run it"
            .formatted(
                plan.getClass().getSimpleName(),
                plan.shape().samples(),
                device.name(),
                device.groupSize(),
                device.localBytes()));
  }
}
