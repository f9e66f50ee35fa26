package org.lightpath.tornado.internal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;

/** A program on fields: kernels, and the field that is on the device. */
final class FieldKernels implements FieldProgram, Resident {
  private final FieldPlan plan;
  private final EngineLedger ledger;
  private final KernelSet kernels;
  private final Recipe recipe;
  private @Nullable TornadoField present;
  private boolean closed;

  /** What distinguishes programs. */
  interface Recipe {
    /** Precision, sizes and stages of the kernels. */
    KernelSet.Key key();

    /** Writes tables and layout. */
    void write(KernelSet kernels);

    /** How wide the stages are launched. */
    List<KernelSet.Grid> grids();

    /** Launches the stages. */
    void run(KernelSet kernels);

    /** Which array of data holds the result. */
    default int result() {
      return 0;
    }
  }

  FieldKernels(FieldPlan plan, EngineLedger ledger, Recipe recipe) {
    this.plan = plan;
    this.ledger = ledger;
    this.recipe = recipe;
    this.kernels = KernelPool.take(recipe.key());
    recipe.write(kernels);
    kernels.prepare(recipe.grids());
    ledger.hold(kernels.bytes());
  }

  @Override
  public FieldPlan plan() {
    return plan;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same field, not one with the same samples
  public void run(DeviceField field) {
    boolean own = field instanceof TornadoField mine && mine.isIn(ledger);
    FieldChecks.requireFits(plan, field, own);
    TornadoField mine = (TornadoField) field;
    if (present != mine || recipe.result() != 0) {
      bring(mine);
    }
    recipe.run(kernels);
    mine.data().heldBy(this);
    present = mine;
  }

  private void bring(TornadoField field) {
    TornadoField before = present;
    if (before != null) {
      before.data().current();
    }
    kernels.data(0).copyFrom(field.data().current());
    kernels.load();
  }

  @Override
  public void writeBack() {
    TornadoField field = present;
    if (field != null) {
      kernels.fetch(recipe.result());
      kernels.data(recipe.result()).copyTo(field.data().segment());
      present = null;
    }
  }

  @Override
  public void forget() {
    present = null;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TornadoField field = present;
      if (field != null) {
        field.data().current();
      }
      ledger.release(kernels.bytes());
      KernelPool.giveBack(kernels);
    }
  }
}
