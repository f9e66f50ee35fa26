package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;

/** Measures the split step. */
final class FiberBench {
  private static final double ERROR_RUN_SAMPLES = 2e6;
  private static final int MOST_ERROR_STEPS = 20;

  private final List<FieldContender> contenders;
  private final Turns turns;
  private final int steps;
  private final Consumer<String> log;
  private final CeilingCache ceilings = new CeilingCache();

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param turns how they are timed
   * @param steps steps of one run; 0 for a number that suits the case
   * @param log told what is going on
   */
  FiberBench(List<FieldContender> contenders, Turns turns, int steps, Consumer<String> log) {
    this.contenders = contenders;
    this.turns = turns;
    this.steps = steps;
    this.log = log;
  }

  /** Runs one case with every contender that can. */
  List<FiberRow> measure(StepCase c) {
    log.accept(
        "%s, N = %d, batch %d, %s"
            .formatted(
                c.model().name().toLowerCase(Locale.ROOT), c.samples(), c.batch(), c.precision()));
    int errorSteps = (int) Math.clamp(ERROR_RUN_SAMPLES / c.samples(), 2, MOST_ERROR_STEPS);
    Map<FieldContender, Double> errors = errors(c, errorSteps);
    Map<FieldContender, FieldContender.Prepared> ready = new LinkedHashMap<>();
    try {
      errors.keySet().forEach(who -> prepare(c, who).ifPresent(one -> ready.put(who, one)));
      List<FiberRow> rows = new ArrayList<>();
      turns
          .measure(ready, this::leftOut)
          .forEach(
              (who, times) -> {
                FieldContender.Prepared one = Objects.requireNonNull(ready.get(who));
                double error = errors.getOrDefault(who, Double.NaN);
                rows.add(
                    new FiberRow(
                        who,
                        FiberWork.of(c),
                        new FiberRow.Extent(stepsPerRun(c), 0, "none"),
                        times,
                        new FiberRow.Check(error, errorSteps),
                        roofline(FiberWork.of(c), stepsPerRun(c), who, one, ceilings),
                        one.memoryBytes()));
              });
      return rows;
    } finally {
      ready.values().forEach(FieldContender.Prepared::close);
    }
  }

  private void leftOut(FieldContender who, String why) {
    log.accept("left out: %s, %d threads: %s".formatted(who.name(), who.threads(), why));
  }

  private int stepsPerRun(StepCase c) {
    return steps > 0 ? steps : (int) Math.clamp(4e6 / (double) c.shape().elements(), 10, 400);
  }

  private Optional<FieldContender.Prepared> prepare(StepCase c, FieldContender who) {
    try {
      FieldContender.Prepared prepared = who.prepare(c.plan(stepsPerRun(c)));
      try (ComplexField input = c.input()) {
        prepared.load(input);
      } catch (RuntimeException e) {
        prepared.close();
        throw e;
      }
      return Optional.of(prepared);
    } catch (UnsupportedPlanException
        | DeviceFailedException
        | PeerFailedException
        | OutOfMemoryError e) {
      leftOut(who, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** What a run is held against: the program's own count, or on the host that of any program. */
  static Roofline roofline(
      FiberWork work,
      int steps,
      Contender who,
      FieldContender.Prepared prepared,
      CeilingCache ceilings) {
    Optional<ProgramCost> cost = prepared.cost();
    if (cost.isEmpty() && who.onHost() && work.isSplitStep()) {
      cost = Optional.of(HostCost.of(work, steps));
    }
    long fields = (long) work.shape().modes() * work.shape().batch();
    long workingSet =
        who.onHost() ? HostCost.workingSet(work, who.threads()) : work.modeBytes() * (fields + 1);
    return new Roofline(cost, ceilings.of(who, work.precision(), workingSet));
  }

  /** Errors of those who can run the case, on one field. */
  private Map<FieldContender, Double> errors(StepCase c, int errorSteps) {
    StepCase one = new StepCase(c.model(), c.samples(), 1, c.precision());
    PropagationPlan plan = one.plan(errorSteps);
    Map<FieldContender, Double> errors = new LinkedHashMap<>();
    try (ComplexField input = one.input();
        ComplexField expected =
            FieldReference.run(
                List.of(new StepCase(c.model(), c.samples(), 1, Precision.DOUBLE).plan(errorSteps)),
                input)) {
      for (FieldContender contender : contenders) {
        if (!contender.supports(c)) {
          log.accept(
              "left out: %s has no %s in %s precision"
                  .formatted(contender.name(), c.model(), c.precision()));
          continue;
        }
        try {
          errors.put(contender, error(contender, plan, input, expected));
        } catch (UnsupportedPlanException | DeviceFailedException | PeerFailedException e) {
          leftOut(contender, String.valueOf(e.getMessage()));
        }
      }
    }
    return errors;
  }

  private static double error(
      FieldContender contender, PropagationPlan plan, ComplexField input, ComplexField expected) {
    try (FieldContender.Prepared prepared = contender.prepare(plan)) {
      return FieldReference.error(prepared, input, expected);
    }
  }
}
