package org.lightpath.aparapi.internal;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.plan.FieldPlan;

/** A plan as passes on a bench. */
final class AparapiProgram implements FieldProgram {
  private final EngineLedger ledger;
  private final FieldPlan plan;
  private final FieldWork work;
  private boolean closed;

  AparapiProgram(EngineLedger ledger, FieldPlan plan, FieldWork work) {
    this.ledger = ledger;
    this.plan = plan;
    this.work = work;
    ledger.hold(work.bytes());
  }

  @Override
  public FieldPlan plan() {
    return plan;
  }

  @Override
  public void run(DeviceField field) {
    FieldChecks.requireFits(plan, field, field instanceof AparapiField);
    work.run(((AparapiField) field).mirror());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ledger.release(work.bytes());
    }
  }
}
