package org.lightpath.core.reference;

import java.util.List;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/**
 * The engine that judges all others: scalar, one thread, every sum and product in double precision,
 * whatever the precision of the plan.
 */
public final class ReferenceEngine implements Engine {
  private final EngineLedger ledger = new EngineLedger();

  /** Opens the engine. */
  public ReferenceEngine() {}

  /** Describes the machine for this engine. */
  static DeviceDescription describe() {
    return new DeviceDescription(
        "reference",
        0,
        "scalar double-precision reference",
        "Java " + Runtime.version(),
        Runtime.getRuntime().maxMemory(),
        0,
        1,
        true,
        List.of("slow on purpose: it judges the other engines"));
  }

  @Override
  public DeviceDescription device() {
    return describe();
  }

  @Override
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return new ReferenceField(ledger, shape, precision);
  }

  @Override
  public FieldProgram compile(FieldPlan plan) {
    return new ReferenceProgram(plan);
  }

  @Override
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return new ReferenceMatrix(ledger, shape, precision);
  }

  @Override
  public MatmulProgram compile(MatmulPlan plan) {
    return new ReferenceMatmul(plan);
  }

  @Override
  public EngineCounters counters() {
    return ledger.counters();
  }

  @Override
  public void close() {}
}
