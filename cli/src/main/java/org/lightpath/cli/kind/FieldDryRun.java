package org.lightpath.cli.kind;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lightpath.cli.run.ProgressPrinter;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.step.PlanSteps;

/** Tells the steps, memory on the device and expected time of a run that propagates fields. */
final class FieldDryRun {
  /** Steps of the longer of two measurements; their difference leaves the start-up out. */
  private static final int LONG = 12;

  private static final int SHORT = 4;

  private static final long WARM_UP_NANOS = 4_000_000_000L;

  /** Steps whose time is told where nobody knows how many there will be. */
  private static final int MANY = 1000;

  /** Samples of a batch above which a step takes so long that one or two are enough to time. */
  private static final long BIG_ELEMENTS = 1L << 22;

  private final FieldRunPlan plan;
  private final Engine engine;

  FieldDryRun(FieldRunPlan plan, Engine engine) {
    this.plan = plan;
    this.engine = engine;
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "fields: %d (batch %d, modes %d) of %d samples, %s%n",
        plan.shape().batch() * plan.shape().modes(),
        plan.shape().batch(),
        plan.shape().modes(),
        plan.shape().samples(),
        CommonKeys.word(plan.precision()));
    if (adaptive()) {
      out.printf(Locale.ROOT, "steps: found while it runs, by their local error%n");
    } else {
      out.printf(Locale.ROOT, "steps: %d for each field%n", plan.steps());
      out.printf(
          Locale.ROOT, "transforms: %d of %d samples%n", plan.transforms(), plan.shape().samples());
    }
    out.printf(Locale.ROOT, "engine: %s, %s%n", engine.device().engine(), engine.device().name());
    printFieldMemory(out);
    double seconds = expectedSeconds();
    out.printf(
        Locale.ROOT,
        "device memory: %d bytes (%.3g MiB)%n",
        engine.counters().peakDeviceMemoryBytes(),
        engine.counters().peakDeviceMemoryBytes() / 1048576.0);
    out.printf(
        Locale.ROOT,
        "expected time: %s%s, propagation only, at the rate measured just now%n",
        ProgressPrinter.duration(seconds),
        adaptive() ? " for " + MANY + " steps" : "");
  }

  private boolean adaptive() {
    return plan.works().stream().anyMatch(FieldDryRun::adaptive);
  }

  private static boolean adaptive(FieldPlan work) {
    return work instanceof GnlsePlan generalised
        && generalised.steps() instanceof GnlseSteps.Adaptive;
  }

  /** Told before anything is allocated or measured, which takes long if it is much. */
  private void printFieldMemory(PrintStream out) {
    long field = plan.shape().elements() * plan.precision().complexBytes();
    long memory = engine.device().memoryBytes();
    out.printf(
        Locale.ROOT,
        "field: %.3g MiB of the device's %.3g MiB%s%n",
        field / 1048576.0,
        memory / 1048576.0,
        // The field and at least one table of its length.
        memory > 0 && 2 * field > memory ? "; this does not fit" : "");
    out.flush();
  }

  /** Time of all propagation, from a few steps of each different plan. */
  private double expectedSeconds() {
    Map<FieldPlan, Long> counts = new LinkedHashMap<>();
    plan.works().forEach(work -> counts.merge(work, 1L, Long::sum));
    double seconds = 0;
    try (DeviceField field = engine.allocate(plan.shape(), plan.precision())) {
      for (Map.Entry<FieldPlan, Long> entry : counts.entrySet()) {
        try (FieldProgram program = engine.compile(entry.getKey())) {
          seconds += entry.getValue() * secondsOf(program.plan(), field);
        }
      }
    }
    return seconds;
  }

  private double secondsOf(FieldPlan plan, DeviceField field) {
    if (adaptive(plan)) {
      return stepsOf(plan, MANY, field) / this.plan.works().size();
    }
    int steps = PlanSteps.of(plan).map(StepPlan::steps).orElse(0);
    return stepsOf(plan, steps, field);
  }

  /** Time of so many steps. */
  private double stepsOf(FieldPlan plan, int steps, DeviceField field) {
    boolean big = plan.shape().elements() > BIG_ELEMENTS;
    int most = big ? 2 : LONG;
    int few = big ? 1 : SHORT;
    if (steps <= most) {
      return fastest(plan, field);
    }
    double longer = fastest(first(plan, most), field);
    if (plan instanceof GnlsePlan) {
      return longer * steps / most;
    }
    double shorter = fastest(first(plan, few), field);
    return shorter + (steps - few) * Math.max(0, longer - shorter) / (most - few);
  }

  /** The first steps of a plan; equal ones of those that are found while it runs. */
  private static FieldPlan first(FieldPlan plan, int steps) {
    return switch (plan) {
      case PropagationPlan p ->
          new PropagationPlan(
              p.shape(),
              p.precision(),
              p.dispersion(),
              p.nonlinearity(),
              p.attenuation(),
              first(p.steps(), steps));
      case GnlsePlan p -> {
        StepPlan equal = StepPlan.uniform("dry run", p.steps().length(), MANY);
        StepPlan planned = PlanSteps.of(p).orElse(equal);
        yield PlanSteps.with(p, new GnlseSteps.Planned(first(planned, steps)));
      }
      default -> plan;
    };
  }

  private static StepPlan first(StepPlan plan, int steps) {
    double[] lengths = new double[steps];
    for (int i = 0; i < steps; i++) {
      lengths[i] = plan.length(i);
    }
    return StepPlan.of(plan.rule(), lengths);
  }

  /**
   * The fastest of three runs, so that compilation and a busy machine count less; of more where a
   * step goes through many kernels, which are compiled one by one.
   */
  private double fastest(FieldPlan plan, DeviceField field) {
    try (FieldProgram program = engine.compile(plan)) {
      double best = Double.POSITIVE_INFINITY;
      long enough = System.nanoTime() + (plan instanceof GnlsePlan ? WARM_UP_NANOS : 0);
      for (int i = 0; i < 3 || System.nanoTime() < enough; i++) {
        long begin = System.nanoTime();
        program.run(field);
        best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
      }
      return best;
    }
  }
}
