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
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

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
    throw new UnsupportedPlanException(shape + " " + precision);
  }

  /** A program on fields. */
  public FieldProgram compile(FieldPlan plan) {
    return new FieldKernels(plan, ledger, recipe(plan));
  }

  private FieldKernels.Recipe recipe(FieldPlan plan) {
    return switch (plan) {
      case PropagationPlan p -> operators(Operators.of(p));
      case SpectralFilterPlan p -> operators(Operators.of(p));
      case TransformPlan p -> transform(p);
      case GainNoisePlan _ -> throw new UnsupportedPlanException("noise");
      case MeshPlan _ -> throw new UnsupportedPlanException("mesh");
    };
  }

  private FieldKernels.Recipe operators(Operators operators) {
    FieldShape shape = operators.shape();
    long numbers = 2L * operators.tables() * operators.rows() * shape.samples();
    Sizes.requireTables(numbers, operators.precision().realBytes(), device);
    if (SpanRecipe.fits(shape, operators.precision(), operators.together())) {
      return SpanRecipe.of(operators, device);
    }
    throw new UnsupportedPlanException("long");
  }

  private FieldKernels.Recipe transform(TransformPlan plan) {
    if (SpanRecipe.fits(plan.shape(), plan.precision(), 1)) {
      return SpanRecipe.of(plan, device);
    }
    throw new UnsupportedPlanException("long");
  }

  /** A product. */
  public MatmulProgram compile(MatmulPlan plan) {
    throw new UnsupportedPlanException(plan.toString());
  }

  /** The books. */
  public EngineCounters counters() {
    return ledger.counters();
  }
}
