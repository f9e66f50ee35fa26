package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.cli.bench.record.Quantities;
import org.lightpath.cli.bench.system.FiberSystem;
import org.lightpath.cli.bench.system.SystemRun;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Measures named systems. What does not fit a budget of time is reduced to its first steps, each
 * contender on its own, and every reduction is told.
 */
final class SystemBench {
  /** Share of the budget for errors. */
  private static final double ERROR_SHARE = 0.2;

  /** Share of the budget for the runs that tell how long a step takes; the rest is for times. */
  private static final double TRIAL_SHARE = 0.2;

  /** Steps of the trial run that tells how long a step takes. */
  private static final int TRIAL_STEPS = 2;

  /** How many times the steps of a trial run the next one has at most. */
  private static final int GROWTH = 8;

  /** A peer whose shortest turn takes so many times its part of the budget is left out. */
  private static final double PATIENCE = 4;

  private final List<FieldContender> contenders;
  private final Turns turns;
  private final double budget;
  private final Consumer<String> log;
  private final CeilingCache ceilings = new CeilingCache();

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param turns how they are timed
   * @param budget for one size of a system in one precision [s]
   * @param log told what is going on
   */
  SystemBench(List<FieldContender> contenders, Turns turns, double budget, Consumer<String> log) {
    this.contenders = contenders;
    this.turns = turns;
    this.budget = budget;
    this.log = log;
  }

  /** A contender ready for as much of the system as the budget allows. */
  private record Ready(SystemRun run, FieldContender.Prepared prepared, FiberRow.Check check) {}

  /** Runs one size with every contender that can. */
  List<FiberRow> measure(FiberSystem system, FiberSystem.Size wanted, Precision precision) {
    FieldShape shape = withinMemory(system.shape(wanted), precision);
    if (shape.batch() > 1 && !SystemRun.whole(system, shape, precision).isDivisible()) {
      shape = withinTime(system, shape, precision);
    }
    FiberWork work = FiberWork.of(system, shape, precision);
    SystemRun whole = SystemRun.whole(system, shape, precision);
    log.accept(
        "%s, N = %d x %d, batch %d, %s: %d steps"
            .formatted(
                system.name(),
                shape.samples(),
                shape.modes(),
                shape.batch(),
                precision,
                whole.wholeSteps()));
    Map<FieldContender, Ready> ready = new LinkedHashMap<>();
    try (SystemErrors errors =
            new SystemErrors(system, shape.samples(), precision, budget * ERROR_SHARE, log);
        ComplexField input = system.input(shape, precision)) {
      for (FieldContender who : contenders) {
        add(ready, who, whole, errors, input);
      }
      return rows(work, ready);
    } finally {
      ready.values().forEach(one -> one.prepared().close());
    }
  }

  private List<FiberRow> rows(FiberWork work, Map<FieldContender, Ready> ready) {
    Map<FieldContender, TimedRun> runs = new LinkedHashMap<>();
    ready.forEach((who, one) -> runs.put(who, one.prepared()));
    List<FiberRow> rows = new ArrayList<>();
    turns
        .measure(runs, (who, why) -> log.accept("left out: %s: %s".formatted(who.name(), why)))
        .forEach(
            (who, times) -> {
              Ready one = Objects.requireNonNull(ready.get(who));
              SystemRun run = one.run();
              rows.add(
                  new FiberRow(
                      who,
                      work,
                      new FiberRow.Extent(run.steps(), run.wholeSteps(), run.reduction()),
                      times,
                      one.check(),
                      FiberBench.roofline(work, run.steps(), who, one.prepared(), ceilings),
                      one.prepared().memoryBytes()));
            });
    return rows;
  }

  private void add(
      Map<FieldContender, Ready> ready,
      FieldContender who,
      SystemRun whole,
      SystemErrors errors,
      ComplexField input) {
    if (who instanceof EngineContender engine && !engine.has(input.precision())) {
      log.accept("left out: %s has no %s precision".formatted(who.name(), input.precision()));
      return;
    }
    try {
      SystemRun most = mostOf(who, whole);
      Optional<SystemRun> affordable = affordable(who, most, input);
      if (affordable.isEmpty()) {
        return;
      }
      SystemRun run = affordable.get();
      FiberRow.Check check = errors.of(who, most.isWhole());
      FieldContender.Prepared prepared = who.prepare(run.plans());
      ready.put(who, new Ready(run, prepared, check));
      prepared.load(input);
      if (!run.isWhole()) {
        log.accept(
            "reduced: %s, threads %d: %s".formatted(who.name(), who.threads(), run.reduction()));
      }
    } catch (UnsupportedPlanException
        | DeviceFailedException
        | PeerFailedException
        | OutOfMemoryError e) {
      log.accept("left out: %s: %s".formatted(who.name(), e.getMessage()));
    }
  }

  /** The whole system, or for who lacks amplifiers and noise, its first stretch. */
  private SystemRun mostOf(FieldContender who, SystemRun whole) {
    if (who instanceof EngineContender) {
      return whole;
    }
    SystemRun stretch = whole.first(whole.firstStretch());
    if (!stretch.isWhole()) {
      log.accept(
          "%s: the first stretch without its amplifier, %d of %d steps"
              .formatted(who.name(), stretch.steps(), stretch.wholeSteps()));
    }
    return stretch;
  }

  /** As many steps as fit a turn's part of the budget; nothing for a peer that is too slow. */
  private Optional<SystemRun> affordable(FieldContender who, SystemRun most, ComplexField input) {
    SystemRun trial = most.first(Math.min(TRIAL_STEPS, most.steps()));
    double share = budget * TRIAL_SHARE / contenders.size();
    double seconds = seconds(who, trial, input, share);
    double turn = budget * (1 - ERROR_SHARE - TRIAL_SHARE) / (turns.all() * contenders.size());
    if (!(who instanceof EngineContender) && seconds > PATIENCE * turn) {
      log.accept(
          "left out: %s: %d steps take %s, its part of the budget is %s a turn"
              .formatted(
                  who.name(),
                  trial.steps(),
                  Quantities.seconds(seconds),
                  Quantities.seconds(turn)));
      return Optional.empty();
    }
    // First runs are slow, being compiled on the way: longer ones tell how many steps really fit.
    while (seconds < turn / 2 && trial.steps() < most.steps()) {
      double fit = turn * trial.steps() / seconds;
      SystemRun longer = most.first((int) Math.min(fit, (double) GROWTH * trial.steps()));
      if (longer.steps() <= trial.steps()) {
        break;
      }
      trial = longer;
      seconds = seconds(who, trial, input, share);
    }
    double steps = turn * trial.steps() / seconds;
    return Optional.of(
        steps >= most.steps() ? most : most.first((int) Math.max(TRIAL_STEPS, steps)));
  }

  private static double seconds(
      FieldContender who, SystemRun run, ComplexField input, double leastSeconds) {
    try (FieldContender.Prepared prepared = who.prepare(run.plans())) {
      prepared.load(input);
      return Trial.seconds(prepared::run, leastSeconds);
    }
  }

  /**
   * The shape with as many fields as the fastest engine runs in a turn's part of the budget, where
   * a system cannot be reduced to its first steps. Twice as many are tried as long as that is sure
   * to fit.
   */
  private FieldShape withinTime(FiberSystem system, FieldShape shape, Precision precision) {
    double turn = budget * (1 - ERROR_SHARE) / (turns.all() * contenders.size());
    int best = 1;
    for (FieldContender who : contenders) {
      if (who instanceof EngineContender engine && engine.has(precision)) {
        int batch = 1;
        double each = secondsPerField(system, shape, precision, who, batch);
        while (2 * batch * each < turn / 2 && 2 * batch <= shape.batch()) {
          batch *= 2;
          each = secondsPerField(system, shape, precision, who, batch);
        }
        best = Math.max(best, (int) Math.min(shape.batch(), turn / each));
      }
    }
    if (best < shape.batch()) {
      log.accept(
          "reduced: batch %d of %d, for the budget of %s"
              .formatted(best, shape.batch(), Quantities.seconds(budget)));
    }
    return new FieldShape(best, shape.modes(), shape.samples());
  }

  private static double secondsPerField(
      FiberSystem system, FieldShape shape, Precision precision, FieldContender who, int batch) {
    FieldShape few = new FieldShape(batch, shape.modes(), shape.samples());
    try (ComplexField input = system.input(few, precision);
        FieldContender.Prepared prepared = who.prepare(system.plans(few, precision))) {
      prepared.load(input);
      return Trial.seconds(prepared::run, 0) / batch;
    } catch (UnsupportedPlanException | DeviceFailedException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** The shape with as many fields as half of the host's memory holds. */
  private FieldShape withinMemory(FieldShape shape, Precision precision) {
    double bytes = (double) shape.elements() * precision.complexBytes();
    double most = HostMemory.bytes() / 2.0 / (contenders.size() + 1);
    if (bytes <= most || shape.batch() == 1) {
      return shape;
    }
    int batch = (int) Math.max(1, shape.batch() * most / bytes);
    log.accept(
        "reduced: batch %d of %d, for the memory of this machine (%s)"
            .formatted(batch, shape.batch(), Quantities.rate((double) HostMemory.bytes(), "B")));
    return new FieldShape(batch, shape.modes(), shape.samples());
  }
}
