package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.Precision;

/**
 * A kernel for fields, compiled, with the field and the tables that its device memory holds. A field
 * stays there from run to run as long as no other one is run on.
 */
final class FieldBench implements AutoCloseable {
  /** Work-items of a group: PoCL compiles a kernel anew for each size. */
  static final int GROUP = 64;

  private static final int MOST_ITEMS = 1 << 20;

  private final EngineLedger ledger;
  private final FieldKernel kernel;
  private final Launcher launcher;
  private final Slot slot;
  private final Precision precision;
  private @Nullable Mirror bound;
  private @Nullable FieldTables tables;
  private Reals work;
  private long collections;

  FieldBench(EngineLedger ledger, FieldKernel kernel, OpenCLDevice device, Precision precision) {
    this.ledger = ledger;
    this.kernel = kernel;
    this.launcher = new Launcher(kernel, device, GROUP);
    this.slot = launcher::fetch;
    this.precision = precision;
    this.work = Reals.allocate(precision, 1);
  }

  /** Scratch memory for programs: as large as the largest field. */
  void reserve(long numbers) {
    if (work.length() < numbers) {
      ledger.release(work.bytes());
      work = Reals.allocate(precision, numbers);
      ledger.hold(work.bytes());
      kernel.bindWork(work);
    }
  }

  /**
   * Runs passes on a field.
   *
   * @param items work-items of the largest pass
   */
  void run(Mirror field, FieldTables with, int first, int passes, int items) {
    launch(field, with, first, passes, Math.min(MOST_ITEMS, (items + GROUP - 1) / GROUP * GROUP));
  }

  /** Runs passes with exactly so many work-items. */
  @SuppressWarnings("ReferenceEquality") // the tables themselves
  void launch(Mirror field, FieldTables with, int first, int passes, int items) {
    attach(field);
    if (tables != with) {
      kernel.bindTables(with);
      tables = with;
    }
    kernel.begin(first);
    launcher.launch(items, GROUP, passes);
    field.written(slot);
  }

  /** Has the tables sent again with the next launch, because their numbers have changed. */
  void forgetTables() {
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
  public void close() {
    ledger.release(work.bytes());
    launcher.close();
  }
}
