package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.Arrays;
import org.lightpath.cli.bench.system.FiberSystem;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * What a row of the split step is about.
 *
 * @param name of the case: {@code step} for the synthetic one, or that of a system
 * @param model equation
 * @param shape of the fields
 * @param precision of the fields
 */
record FiberWork(String name, String model, FieldShape shape, Precision precision) {
  /** Name of the synthetic case. */
  static final String SYNTHETIC = "step";

  static FiberWork of(StepCase c) {
    return new FiberWork(SYNTHETIC, lower(c.model()), c.shape(), c.precision());
  }

  static FiberWork of(FiberSystem system, FieldShape shape, Precision precision) {
    return new FiberWork(system.name(), system.model(), shape, precision);
  }

  /** Whether steps are split steps, as against those of a Runge–Kutta scheme. */
  boolean isSplitStep() {
    return Arrays.stream(StepModel.values()).anyMatch(known -> lower(known).equals(model));
  }

  /** Bytes of one mode of one field [B]. */
  long modeBytes() {
    return (long) shape.samples() * precision.complexBytes();
  }
}
