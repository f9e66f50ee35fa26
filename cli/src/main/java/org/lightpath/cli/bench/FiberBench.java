package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * Measures the split step. All contenders of a case take turns, so that a disturbance of the
 * machine meets all of them; the table gives medians.
 */
final class FiberBench {
  private static final double ERROR_RUN_SAMPLES = 2e6;
  private static final int MOST_ERROR_STEPS = 20;

  private final List<Contender> contenders;
  private final double secondsPerTurn;
  private final int turns;
  private final Consumer<String> log;
  private final int steps;
  private final Map<Place, Optional<DeviceCeilings>> ceilings = new HashMap<>();

  /** Where, and on how much, ceilings are measured. */
  private record Place(Contender who, Precision precision, long workingSetBytes) {}

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param secondsPerTurn shortest time of one turn of one contender [s]
   * @param turns turns of each contender after the warm-up
   * @param steps steps of one run; 0 for a number that suits the case
   * @param log told what is going on
   */
  FiberBench(
      List<Contender> contenders,
      double secondsPerTurn,
      int turns,
      int steps,
      Consumer<String> log) {
    this.contenders = contenders;
    this.secondsPerTurn = secondsPerTurn;
    this.turns = turns;
    this.steps = steps;
    this.log = log;
  }

  /** Runs one case with every contender that can. */
  List<BenchRow> measure(StepCase c) {
    log.accept(
        "%s, N = %d, batch %d, %s"
            .formatted(
                c.model().name().toLowerCase(Locale.ROOT), c.samples(), c.batch(), c.precision()));
    int errorSteps = (int) Math.clamp(ERROR_RUN_SAMPLES / c.samples(), 2, MOST_ERROR_STEPS);
    Map<Contender, Double> errors = errors(c, errorSteps);
    Map<Contender, Timing> timings = new LinkedHashMap<>();
    try {
      errors.keySet().forEach(who -> prepare(c, who).ifPresent(timing -> timings.put(who, timing)));
      for (int turn = -2; turn < turns; turn++) {
        for (Timing timing : timings.values()) {
          timing.take(turn >= 0, secondsPerTurn);
        }
      }
      List<BenchRow> rows = new ArrayList<>();
      timings.forEach((who, timing) -> rows.add(row(c, who, timing, errors, errorSteps)));
      return rows;
    } finally {
      timings.values().forEach(Timing::close);
    }
  }

  private int stepsPerRun(StepCase c) {
    return steps > 0 ? steps : (int) Math.clamp(4e6 / (double) c.shape().elements(), 10, 400);
  }

  private Optional<Timing> prepare(StepCase c, Contender who) {
    try {
      return Optional.of(new Timing(who.prepare(c.plan(stepsPerRun(c))), c, stepsPerRun(c)));
    } catch (UnsupportedPlanException | DeviceFailedException | OutOfMemoryError e) {
      log.accept("left out: %s: %s".formatted(who.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  private BenchRow row(
      StepCase c, Contender who, Timing timing, Map<Contender, Double> errors, int errorSteps) {
    Optional<ProgramCost> cost = timing.cost();
    if (cost.isEmpty() && who.onHost()) {
      cost = Optional.of(HostCost.of(c, timing.steps()));
    }
    return new BenchRow(
        who.name(),
        who.detail(),
        c,
        who.threads(),
        timing.steps(),
        timing.median(),
        timing.deviation(),
        errors.getOrDefault(who, Double.NaN),
        errorSteps,
        cost,
        ceilings(c, who),
        timing.memory());
  }

  private Optional<DeviceCeilings> ceilings(StepCase c, Contender who) {
    long once = (long) c.samples() * c.precision().complexBytes();
    long workingSet =
        who.onHost() ? HostCost.workingSet(c, who.threads()) : once * c.modes() * c.batch() + once;
    return ceilings.computeIfAbsent(
        new Place(who, c.precision(), workingSet),
        place -> place.who().ceilings(place.precision(), place.workingSetBytes()));
  }

  /** Errors of those who can run the case, on one field. */
  private Map<Contender, Double> errors(StepCase c, int errorSteps) {
    StepCase one = new StepCase(c.model(), c.samples(), 1, c.precision());
    PropagationPlan plan = one.plan(errorSteps);
    Map<Contender, Double> errors = new LinkedHashMap<>();
    try (ComplexField input = one.input();
        ComplexField expected = reference(plan, input)) {
      for (Contender contender : contenders) {
        if (!contender.supports(c)) {
          log.accept(
              "left out: %s has no %s in %s precision"
                  .formatted(contender.name(), c.model(), c.precision()));
          continue;
        }
        try {
          errors.put(contender, error(contender, plan, input, expected));
        } catch (UnsupportedPlanException | DeviceFailedException e) {
          log.accept("left out: %s: %s".formatted(contender.name(), e.getMessage()));
        }
      }
    }
    return errors;
  }

  private static double error(
      Contender contender, PropagationPlan plan, ComplexField input, ComplexField expected) {
    try (ComplexField observed = ComplexField.allocate(plan.shape(), plan.precision());
        Contender.Prepared prepared = contender.prepare(plan)) {
      prepared.load(input);
      prepared.run();
      prepared.store(observed);
      try (ComplexField wide = observed.copy(Precision.DOUBLE)) {
        return wide.relativeError(expected);
      }
    }
  }

  /** The same input through the reference engine, kept in double precision. */
  private static ComplexField reference(PropagationPlan plan, ComplexField input) {
    PropagationPlan wide =
        new PropagationPlan(
            plan.shape(),
            Precision.DOUBLE,
            plan.dispersion(),
            plan.nonlinearity(),
            plan.attenuation(),
            plan.steps());
    ComplexField field = input.copy(Precision.DOUBLE);
    try (Engine engine = new ReferenceEngine();
        DeviceField device = engine.allocate(wide.shape(), Precision.DOUBLE);
        FieldProgram program = engine.compile(wide)) {
      device.upload(field);
      program.run(device);
      device.download(field);
    }
    return field;
  }

  /** Repeated runs of one contender. */
  private static final class Timing {
    private final Contender.Prepared prepared;
    private final int steps;
    private final List<Double> perStep = new ArrayList<>();

    Timing(Contender.Prepared prepared, StepCase c, int steps) {
      this.prepared = prepared;
      this.steps = steps;
      try (ComplexField input = c.input()) {
        prepared.load(input);
      }
    }

    void take(boolean keep, double minimumSeconds) {
      int runs = 0;
      long start = System.nanoTime();
      double seconds;
      do {
        prepared.run();
        runs++;
        seconds = (System.nanoTime() - start) * 1e-9;
      } while (seconds < minimumSeconds);
      if (keep) {
        perStep.add(seconds / runs / steps);
      }
    }

    int steps() {
      return steps;
    }

    Optional<ProgramCost> cost() {
      return prepared.cost();
    }

    double median() {
      double[] sorted = perStep.stream().mapToDouble(x -> x).sorted().toArray();
      return sorted[sorted.length / 2];
    }

    double deviation() {
      double[] all = perStep.stream().mapToDouble(x -> x).toArray();
      double mean = Arrays.stream(all).average().orElseThrow();
      return Math.sqrt(
          Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, all.length - 1));
    }

    long memory() {
      return prepared.memoryBytes();
    }

    void close() {
      prepared.close();
    }
  }
}
