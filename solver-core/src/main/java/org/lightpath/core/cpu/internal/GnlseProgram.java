package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;

/**
 * The generalised equation, a field to a worker: each has its own steps, and whoever is free takes
 * the next field, so the bytes depend on neither neighbours nor threads.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class GnlseProgram<A> extends CpuProgram<A> {
  private final GnlsePlan plan;
  private final List<GnlseStepper<A>> steppers;
  private final AtomicInteger next = new AtomicInteger();
  private final long[] accepted;
  private final long[] rejected;
  private final @Nullable StepLimitException[] failures;
  private boolean ran;

  static <A> GnlseProgram<A> of(GnlsePlan plan, Workshop<A> shop, GnlseKernels<A> kernels) {
    GnlseTables<A> tables = GnlseTables.of(plan, shop);
    List<GnlseStepper<A>> steppers = new ArrayList<>();
    int most = Math.min(shop.workers().size(), plan.shape().batch());
    for (int i = 0; i < most; i++) {
      steppers.add(new GnlseStepper<>(plan, shop, kernels, tables));
    }
    return new GnlseProgram<>(plan, shop, steppers);
  }

  private GnlseProgram(GnlsePlan plan, Workshop<A> shop, List<GnlseStepper<A>> steppers) {
    super(plan, shop.workers(), shop.ledger(), shop.slabs());
    this.plan = plan;
    this.steppers = steppers;
    this.accepted = new long[plan.shape().batch()];
    this.rejected = new long[plan.shape().batch()];
    this.failures = new @Nullable StepLimitException[plan.shape().batch()];
  }

  @Override
  public void run(DeviceField field) {
    next.set(0);
    super.run(field);
    ran = true;
    for (int f = 0; f < failures.length; f++) {
      StepLimitException failure = failures[f];
      if (failure != null) {
        failures[f] = null;
        throw failure;
      }
    }
  }

  @Override
  void run(CpuField<A> field, int worker) {
    if (worker >= steppers.size()) {
      return;
    }
    GnlseStepper<A> stepper = steppers.get(worker);
    for (int f = next.getAndIncrement(); f < accepted.length; f = next.getAndIncrement()) {
      accepted[f] = 0;
      rejected[f] = 0;
      stepper.enter(f, field.row(f, 0));
      switch (plan.steps()) {
        case GnlseSteps.Planned planned -> walk(stepper, f, planned);
        case GnlseSteps.Adaptive adaptive -> adapt(stepper, f, adaptive);
      }
      stepper.leave(field.row(f, 0));
    }
  }

  private void walk(GnlseStepper<A> stepper, int f, GnlseSteps.Planned planned) {
    double z = 0;
    for (int i = 0; i < planned.steps().steps(); i++) {
      double h = planned.steps().length(i);
      stepper.step(f, z, h);
      stepper.accept();
      accepted[f]++;
      z += h;
    }
  }

  private void adapt(GnlseStepper<A> stepper, int f, GnlseSteps.Adaptive control) {
    double tolerance = control.tolerance().value(f);
    double shortest = control.length() * GnlseSteps.Adaptive.SHORTEST;
    double z = 0;
    double h = control.firstStep();
    while (true) {
      boolean end = control.length() - z <= h * GnlseSteps.Adaptive.ALMOST;
      double taken = end ? control.length() - z : h;
      double error = stepper.step(f, z, taken);
      if (error <= tolerance) {
        stepper.accept();
        accepted[f]++;
        if (end) {
          return;
        }
        z += taken;
      } else {
        rejected[f]++;
      }
      h = taken * GnlseSteps.Adaptive.factor(tolerance, error);
      if (h < shortest) {
        failures[f] = StepLimitException.at(f, z, h, control);
        return;
      }
    }
  }

  @Override
  public Optional<StepCounts> stepCounts() {
    return ran ? Optional.of(new StepCounts(accepted, rejected)) : Optional.empty();
  }
}
