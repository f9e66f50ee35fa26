package org.lightpath.tornado.internal.plan;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.tornado.internal.kernel.LocalMemory;

/** Chooses the kernels of a plan and makes the program. */
public final class Programs {
  private final DeviceFacts device;
  private final EngineLedger ledger = new EngineLedger();

  /** For one device. */
  public Programs(DeviceFacts device) {
    this.device = device;
  }

  /** A batch of fields. */
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return new TornadoField(ledger, shape, precision);
  }

  /** A batch of matrices. */
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return new TornadoMatrix(ledger, shape, precision);
  }

  /** A program on fields. */
  public FieldProgram compile(FieldPlan plan) {
    device.requireDouble(plan.precision() == Precision.DOUBLE, "a plan in double precision");
    return new FieldKernels(plan, ledger, recipe(plan));
  }

  private FieldKernels.Recipe recipe(FieldPlan plan) {
    return switch (plan) {
      case PropagationPlan p -> operators(Operators.of(p));
      case SpectralFilterPlan p -> operators(Operators.of(p));
      case TransformPlan p -> transform(p);
      case GainNoisePlan p -> new NoiseRecipe(p, device);
      case MeshPlan p -> new MeshRecipe(p, device);
      case GnlsePlan _ ->
          throw new UnsupportedPlanException(
              "the generalised equation (delayed response, adaptive steps): the engine 'tornado' has"
                  + " split steps only; the engines 'cpu' and 'opencl' can run it");
    };
  }

  private FieldKernels.Recipe operators(Operators plan) {
    FieldShape shape = plan.shape();
    long numbers = 2L * plan.tables() * plan.rows() * shape.samples();
    Sizes.requireTables(numbers, plan.precision().realBytes(), device);
    return SpanRecipe.fits(shape, plan.precision(), plan.together())
        ? SpanRecipe.of(plan, device)
        : FourStepRecipe.of(plan, split(shape, plan.precision(), plan.together()), device);
  }

  private FieldKernels.Recipe transform(TransformPlan plan) {
    FieldShape shape = plan.shape();
    return SpanRecipe.fits(shape, plan.precision(), 1)
        ? SpanRecipe.of(plan, device)
        : FourStepRecipe.of(plan, split(shape, plan.precision(), 1), device);
  }

  private static FourStepSplit split(FieldShape shape, Precision precision, int together) {
    int capacity = LocalMemory.capacity(precision);
    return FourStepSplit.of(shape.samples(), together, capacity, precision.complexBytes())
        .orElseThrow(
            () ->
                new UnsupportedPlanException(
                    "%d samples of %d modes that turn together: the engine 'tornado' transforms at most %d by %d samples in %s; the engines 'cpu' and 'opencl' can run it"
                        .formatted(
                            shape.samples(), together, capacity / together, capacity, precision)));
  }

  /** A product. */
  public MatmulProgram compile(MatmulPlan plan) {
    boolean counts = plan.readout().noise().counts() > 0;
    device.requireDouble(plan.precision() == Precision.DOUBLE, "a product in double precision");
    device.requireDouble(counts, "a receiver that counts photoelectrons");
    return new MatmulKernels(plan, ledger, device);
  }

  /** The books. */
  public EngineCounters counters() {
    return ledger.counters();
  }
}
