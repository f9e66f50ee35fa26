package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jocl.CLException;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;

/**
 * A plan on all devices of an engine: every part of a field is enqueued on its device, then all
 * devices are waited for. Fields that wait in host memory follow one part after the other.
 */
final class OpenClProgram implements FieldProgram {
  private final FieldPlan plan;
  private final Ledger ledger;
  private final List<DeviceQueue> queues;
  private boolean ran;
  private final List<DeviceProgram> programs = new ArrayList<>();

  OpenClProgram(FieldPlan plan, List<DeviceQueue> queues, Ledger ledger) {
    this.plan = plan;
    this.ledger = ledger;
    this.queues = queues;
    for (DeviceQueue queue : queues) {
      try {
        programs.add(DevicePrograms.of(plan, queue));
      } catch (CLException e) {
        close();
        throw queue.refused("preparing a plan", e);
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }
  }

  @Override
  public FieldPlan plan() {
    return plan;
  }

  @Override
  public void run(DeviceField field) {
    FieldChecks.requireFits(plan, field, field instanceof OpenClField own && own.isIn(ledger));
    OpenClField mine = (OpenClField) field;
    List<FieldPart> parts = mine.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).waits()) {
        run(parts.get(i));
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).waits()) {
        run(parts.get(i));
      }
    }
    for (int i = 0; i < queues.size(); i++) {
      finish(queues.get(i));
    }
    ran = true;
  }

  private void run(FieldPart part) {
    try {
      part.enter();
      programs
          .get(queues.indexOf(part.queue()))
          .enqueue(part.buffer(), part.first(), part.fields());
      part.leave();
      part.queue().flush();
    } catch (CLException e) {
      throw part.queue().failed("running a plan", e);
    }
  }

  private static void finish(DeviceQueue queue) {
    try {
      queue.finish();
    } catch (CLException e) {
      throw queue.failed("running a plan", e);
    }
  }

  @Override
  public Optional<StepCounts> stepCounts() {
    if (!ran || !(plan instanceof GnlsePlan)) {
      return Optional.empty();
    }
    long[] taken = new long[plan.shape().batch()];
    long[] refused = new long[plan.shape().batch()];
    programs.forEach(program -> program.addSteps(taken, refused));
    return Optional.of(new StepCounts(taken, refused));
  }

  /** The devices' costs together: they share the batch as they share its fields. */
  @Override
  public Optional<ProgramCost> cost() {
    Optional<ProgramCost> sum = Optional.empty();
    for (int i = 0; i < programs.size(); i++) {
      int fields =
          OpenClField.firstOf(plan.shape(), i + 1, programs.size())
              - OpenClField.firstOf(plan.shape(), i, programs.size());
      if (fields > 0) {
        Optional<ProgramCost> share = programs.get(i).cost(fields);
        if (share.isEmpty()) {
          return share;
        }
        sum = sum.map(before -> before.plus(share.get())).or(() -> share);
      }
    }
    return sum;
  }

  @Override
  public void close() {
    programs.forEach(DeviceProgram::close);
    programs.clear();
  }
}
