package org.lightpath.cli.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lightpath.cli.bench.system.FiberSystem;
import org.lightpath.cli.bench.system.SystemRun;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Errors of one field of a system against the reference engine in double precision, over all steps
 * of the system where that fits a budget, else over its first ones.
 */
final class SystemErrors implements AutoCloseable {
  private static final int TRIAL_STEPS = 2;

  private final FiberSystem system;
  private final FieldShape one;
  private final Precision precision;
  private final ComplexField input;
  private final int affordable;
  private final Map<Integer, ComplexField> expected = new HashMap<>();

  /**
   * Finds out how long a step of the reference takes.
   *
   * @param budget for the reference [s]
   * @param log told if the reference does not go all the way
   */
  SystemErrors(
      FiberSystem system, int samples, Precision precision, double budget, Consumer<String> log) {
    this.system = system;
    this.one = new FieldShape(1, system.modes(), samples);
    this.precision = precision;
    this.input = system.input(one, precision);
    SystemRun whole = wide();
    SystemRun trial = whole.first(TRIAL_STEPS);
    double seconds = Trial.seconds(() -> keep(trial), budget / 4);
    double step = seconds / trial.steps();
    this.affordable = (int) Math.clamp(budget / step, trial.steps(), whole.steps());
    if (affordable < whole.steps()) {
      log.accept(
          "reduced: errors after the first %d of %d steps: the reference takes %.2g s a step"
              .formatted(whole.first(affordable).steps(), whole.steps(), step));
    }
  }

  private void keep(SystemRun run) {
    ComplexField former = expected.put(run.steps(), FieldReference.run(run.plans(), input));
    if (former != null) {
      former.close();
    }
  }

  private SystemRun wide() {
    return SystemRun.whole(system, one, Precision.DOUBLE);
  }

  /**
   * Error of a contender.
   *
   * @param all whether it has all parts of the system, not its first stretch only
   */
  FiberRow.Check of(FieldContender who, boolean all) {
    SystemRun whole = SystemRun.whole(system, one, precision);
    SystemRun run =
        all ? whole.first(affordable) : whole.first(Math.min(affordable, whole.firstStretch()));
    try (FieldContender.Prepared prepared = who.prepare(run.plans())) {
      return new FiberRow.Check(
          FieldReference.error(prepared, input, expected(run.steps())), run.steps());
    }
  }

  private ComplexField expected(int steps) {
    return expected.computeIfAbsent(
        steps, count -> FieldReference.run(wide().first(count).plans(), input));
  }

  @Override
  public void close() {
    input.close();
    expected.values().forEach(ComplexField::close);
  }
}
