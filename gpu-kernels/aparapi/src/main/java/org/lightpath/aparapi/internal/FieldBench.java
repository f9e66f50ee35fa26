package org.lightpath.aparapi.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A kernel for fields, compiled, with the field and the tables that its device memory holds. A
 * field stays there from run to run as long as no other one is run on.
 */
abstract class FieldBench implements AutoCloseable {
  private final EngineLedger ledger;
  private final FieldKernel kernel;
  private final Launcher launcher;
  private final Slot slot;
  private final Precision precision;
  private @Nullable Mirror bound;
  private @Nullable FieldTables tables;
  private Reals work;
  private long collections;

  FieldBench(EngineLedger ledger, FieldKernel kernel, Launcher launcher, Precision precision) {
    this.ledger = ledger;
    this.kernel = kernel;
    this.launcher = launcher;
    this.slot = launcher::fetch;
    this.precision = precision;
    this.work = Reals.allocate(precision, 1);
  }

  /** Takes the scratch memory that fields of a shape need. */
  abstract void reserve(FieldShape shape);

  /** Launches the kernel for passes first … first + passes − 1. */
  abstract void launch(Extent extent, int first, int passes);

  /** The part of a field that one pass covers. */
  abstract FieldShape covered(FieldShape shape);

  /** Makes a program's tables for this bench's kernel. */
  abstract FieldTables build(TableParts parts, FieldShape shape);

  /**
   * What passes run on.
   *
   * @param items work-items of the largest pass
   */
  record Extent(FieldShape shape, int items) {}

  /** Runs passes on a field. */
  @SuppressWarnings("ReferenceEquality") // the tables themselves
  final void run(Mirror field, FieldTables with, Extent extent, int first, int passes) {
    attach(field);
    if (tables != with) {
      kernel.bindTables(with);
      tables = with;
    }
    launch(extent, first, passes);
    field.written(slot);
  }

  final FieldKernel kernel() {
    return kernel;
  }

  final Launcher launcher() {
    return launcher;
  }

  final Precision precision() {
    return precision;
  }

  /** Replaces the scratch memory. */
  final void scratch(long numbers) {
    ledger.release(work.bytes());
    work = Reals.allocate(precision, numbers);
    ledger.hold(work.bytes());
    kernel.bindWork(work);
  }

  final int scratchLength() {
    return work.length();
  }

  /** Has the tables sent again with the next launch, because their numbers have changed. */
  final void forgetTables() {
    tables = null;
  }

  @SuppressWarnings("ReferenceEquality") // the field itself
  private void attach(Mirror field) {
    long now = Launcher.collections();
    if (bound != null && bound != field && bound.isNewestIn(slot)) {
      bound.bringBack();
    }
    if (!field.isNewestIn(slot) || bound != field || now != collections) {
      field.bringBack();
      bound = field;
      kernel.bindField(field.data());
      kernel.send(field.data());
    }
    collections = now;
  }

  @Override
  public final void close() {
    ledger.release(work.bytes());
    launcher.close();
  }
}
