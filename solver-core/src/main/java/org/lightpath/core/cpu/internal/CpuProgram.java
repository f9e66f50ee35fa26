package org.lightpath.core.cpu.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;

/**
 * What all programs of the host engine share: the field is checked, then all workers run a part.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class CpuProgram<A> implements FieldProgram, Workers.Task {
  final Workers workers;
  final EngineLedger ledger;
  final Slabs<A> slabs;
  private final FieldPlan plan;
  private final long bytes;
  private @Nullable CpuField<A> current;
  private boolean closed;

  /**
   * Starts the books.
   *
   * @param slabs tables and scratch of the program, already taken
   */
  CpuProgram(FieldPlan plan, Workers workers, EngineLedger ledger, Slabs<A> slabs) {
    this.plan = plan;
    this.workers = workers;
    this.ledger = ledger;
    this.slabs = slabs;
    this.bytes = slabs.bytes();
    ledger.hold(bytes);
  }

  @Override
  public FieldPlan plan() {
    return plan;
  }

  @Override
  @SuppressWarnings("unchecked") // the array type follows from the precision, which is compared
  public void run(DeviceField field) {
    FieldChecks.requireFits(plan, field, field instanceof CpuField<?> own && own.isIn(ledger));
    current = (CpuField<A>) field;
    workers.run(this);
    current = null;
  }

  @Override
  public void run(int worker) {
    CpuField<A> field = current;
    if (field != null) {
      run(field, worker);
    }
  }

  /** One worker's part of a run. */
  abstract void run(CpuField<A> field, int worker);

  /** First of {@code total} things that a worker does; the last ends where the next begins. */
  static int first(int total, int part, int parts) {
    return (int) ((long) total * part / parts);
  }

  /** Arrays of a precision. */
  static Elements<?> elements(Precision precision) {
    return precision == Precision.SINGLE ? FloatElements.INSTANCE : DoubleElements.INSTANCE;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ledger.release(bytes);
    }
  }
}
