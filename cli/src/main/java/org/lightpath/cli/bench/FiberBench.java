package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
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
  private final Map<Precision, Double> peaks = new HashMap<>();
  private final Map<Long, Double> bandwidths = new HashMap<>();

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param secondsPerTurn shortest time of one turn of one contender [s]
   * @param turns turns of each contender after the warm-up
   * @param log told what is going on
   */
  FiberBench(List<Contender> contenders, double secondsPerTurn, int turns, Consumer<String> log) {
    this.contenders = contenders;
    this.secondsPerTurn = secondsPerTurn;
    this.turns = turns;
    this.log = log;
  }

  /** Runs one case with every contender. */
  List<BenchRow> measure(StepCase c) {
    log.accept("N = %d, batch %d, %s".formatted(c.samples(), c.batch(), c.precision()));
    int errorSteps = (int) Math.clamp(ERROR_RUN_SAMPLES / c.samples(), 2, MOST_ERROR_STEPS);
    Map<Contender, Double> errors = errors(c, errorSteps);
    Map<Contender, Timing> timings = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      timings.put(contender, new Timing(contender.prepare(c.plan(stepsPerRun(c))), c));
    }
    try {
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

  private static int stepsPerRun(StepCase c) {
    return (int) Math.clamp(4e6 / ((double) c.samples() * c.batch()), 10, 400);
  }

  private BenchRow row(
      StepCase c, Contender who, Timing timing, Map<Contender, Double> errors, int errorSteps) {
    double step = timing.median();
    double floor =
        Ceilings.floorSeconds(
            c,
            peaks.computeIfAbsent(c.precision(), Ceilings::peakFlops),
            bandwidths.computeIfAbsent(Ceilings.workingSet(c), Ceilings::bandwidth));
    return new BenchRow(
        who.name(),
        who.detail(),
        c.precision().name().toLowerCase(Locale.ROOT),
        c.samples(),
        c.batch(),
        who.threads(),
        step,
        timing.deviation(),
        (double) c.samples() * c.batch() / step,
        errors.getOrDefault(who, Double.NaN),
        errorSteps,
        who.onHost() ? floor * c.batch() / who.threads() / step : Double.NaN,
        timing.memory());
  }

  private Map<Contender, Double> errors(StepCase c, int steps) {
    StepCase one = new StepCase(c.samples(), 1, c.precision());
    PropagationPlan plan = one.plan(steps);
    Map<Contender, Double> errors = new HashMap<>();
    try (ComplexField input = one.input();
        ComplexField expected = reference(plan, input);
        ComplexField observed = ComplexField.allocate(one.shape(), one.precision())) {
      for (Contender contender : contenders) {
        try (Contender.Prepared prepared = contender.prepare(plan)) {
          prepared.load(input);
          prepared.run();
          prepared.store(observed);
        }
        try (ComplexField wide = observed.copy(Precision.DOUBLE)) {
          errors.put(contender, wide.relativeError(expected));
        }
      }
    }
    return errors;
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

    Timing(Contender.Prepared prepared, StepCase c) {
      this.prepared = prepared;
      this.steps = stepsPerRun(c);
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
