package org.lightpath.fiber.pulse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.FieldChecks;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.step.PlanSteps;
import org.lightpath.fiber.step.StepError;

/** One run of a pulse experiment: owns the device field and the programs while it lasts. */
final class PulseRun implements AutoCloseable {
  private final PulseExperiment experiment;
  private final Engine engine;
  private final List<FieldPlan> plans;
  private final DeviceField device;
  private final PulseMeter meter;
  private final List<Double> positions = new ArrayList<>();
  private final List<ComplexField> fields = new ArrayList<>();
  private final List<List<PulseMeasurement>> measurements = new ArrayList<>();
  private List<PulseMeter.Launch> launches = List.of();
  private final long[] taken;
  private final long[] refused;
  private long transforms;
  private boolean kept;
  private double elapsed;

  PulseRun(PulseExperiment experiment, Engine engine, List<FieldPlan> plans) {
    this.experiment = experiment;
    this.engine = engine;
    this.plans = plans;
    this.meter =
        new PulseMeter(
            experiment.grid, experiment.fiber, experiment.model, experiment.differentialDelay);
    this.taken = new long[experiment.shape().batch()];
    this.refused = new long[experiment.shape().batch()];
    this.device = engine.allocate(experiment.shape(), experiment.precision);
  }

  PulseResult go(ComplexField launch) {
    launches =
        IntStream.range(0, launch.shape().batch())
            .mapToObj(index -> meter.launch(launch, index))
            .toList();
    ComplexField start = launch.copy(experiment.precision);
    save(0, start);
    device.upload(start);
    int crossed = crossAll();
    OptionalDouble stepError =
        experiment.stepErrorWanted && crossed > 0
            ? OptionalDouble.of(stepError(start, crossed))
            : OptionalDouble.empty();
    List<FieldPlan> done = plans.subList(0, crossed);
    PulseResult result =
        new PulseResult(
            experiment.grid,
            positions,
            fields,
            measurements,
            done.stream().flatMap(plan -> PlanSteps.of(plan).stream()).toList(),
            LongStream.of(taken).max().orElseThrow(),
            LongStream.of(refused).sum(),
            transforms,
            stepError,
            elapsed,
            crossed == plans.size(),
            warnings());
    kept = true;
    return result;
  }

  private int crossAll() {
    IdentityHashMap<FieldPlan, FieldProgram> programs = new IdentityHashMap<>();
    try {
      int crossed = 0;
      boolean cancelled = false;
      while (crossed < plans.size() && !cancelled) {
        cross(programs.computeIfAbsent(plans.get(crossed), engine::compile));
        double position = experiment.positions[crossed];
        crossed++;
        ComplexField field = ComplexField.allocate(experiment.shape(), experiment.precision);
        save(position, field);
        tell(crossed, position);
        cancelled = experiment.listener.cancelled();
      }
      return crossed;
    } finally {
      programs.values().forEach(FieldProgram::close);
    }
  }

  private void cross(FieldProgram program) {
    long begin = System.nanoTime();
    program.run(device);
    elapsed += (System.nanoTime() - begin) * 1e-9;
    count(program);
  }

  private void count(FieldProgram program) {
    FieldPlan plan = program.plan();
    if (plan instanceof GnlsePlan generalised
        && generalised.steps() instanceof GnlseSteps.Adaptive) {
      StepCounts counts = program.stepCounts().orElseThrow();
      for (int field = 0; field < taken.length; field++) {
        taken[field] += counts.accepted(field);
        refused[field] += counts.rejected(field);
        transforms += generalised.transforms(counts.accepted(field) + counts.rejected(field));
      }
      return;
    }
    int steps = PlanSteps.of(plan).map(StepPlan::steps).orElse(0);
    for (int field = 0; field < taken.length; field++) {
      taken[field] += steps;
    }
    transforms += plan.transforms();
  }

  private void tell(int crossed, double position) {
    double length = experiment.positions[experiment.positions.length - 1];
    experiment.listener.progress(new Progress(0, crossed, plans.size(), position, length, elapsed));
  }

  private void save(double position, ComplexField field) {
    fields.add(field);
    if (position > 0) {
      device.download(field);
      FieldChecks.requireFinite(field, position);
    }
    positions.add(position);
    measurements.add(
        IntStream.range(0, field.shape().batch())
            .mapToObj(index -> measure(position, field, index))
            .toList());
  }

  private PulseMeasurement measure(double position, ComplexField field, int index) {
    List<ClosedForm> forms = experiment.references;
    Optional<ClosedForm> form =
        forms.isEmpty() ? Optional.empty() : Optional.of(forms.get(forms.size() == 1 ? 0 : index));
    double gamma = experiment.gammas.value(index);
    return meter.measure(
        field, index, new PulseMeter.At(position, gamma, launches.get(index)), form);
  }

  /** Crosses the same stretches with other steps and compares the last field. */
  private double stepError(ComplexField start, int crossed) {
    device.upload(start);
    List<FieldPlan> done = plans.subList(0, crossed);
    IdentityHashMap<FieldPlan, FieldPlan> others = new IdentityHashMap<>();
    for (FieldPlan plan : done) {
      FieldPlan other = others.computeIfAbsent(plan, PulseRun::compared);
      try (FieldProgram program = engine.compile(other)) {
        program.run(device);
      }
    }
    try (ComplexField compared = ComplexField.allocate(experiment.shape(), experiment.precision)) {
      device.download(compared);
      double distance = FieldChecks.largestRelativeError(compared, fields.getLast());
      return error(done, distance);
    }
  }

  private static FieldPlan compared(FieldPlan plan) {
    return switch (plan) {
      case PropagationPlan p -> StepError.compared(p);
      case GnlsePlan p -> StepError.compared(p);
      default -> plan;
    };
  }

  private static double error(List<FieldPlan> done, double distance) {
    List<PropagationPlan> split =
        done.stream()
            .filter(PropagationPlan.class::isInstance)
            .map(PropagationPlan.class::cast)
            .toList();
    return split.isEmpty() ? StepError.ofFourthOrder(distance) : StepError.of(split, distance);
  }

  /** Light that has reached an edge on the way, where it is worst. */
  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int index = 0; index < experiment.waveforms.size(); index++) {
      int field = index;
      List<PulseMeasurement> course = measurements.stream().map(at -> at.get(field)).toList();
      if (experiment.waveforms.get(index).confined()) {
        String what = "power at the edge of the window; use a longer window";
        warn(warnings, what, course, PulseMeasurement::edgePower);
      }
      if (experiment.waveforms.get(index).bandLimited()) {
        String what = "spectrum at the edge of the band; use a smaller sample spacing";
        warn(warnings, what, course, PulseMeasurement::edgeSpectrum);
      }
    }
    return warnings.stream().distinct().toList();
  }

  private static void warn(
      List<String> warnings,
      String what,
      List<PulseMeasurement> course,
      ToDoubleFunction<PulseMeasurement> edge) {
    PulseMeasurement worst = course.stream().max(Comparator.comparingDouble(edge)).orElseThrow();
    if (edge.applyAsDouble(worst) > Fields.EDGE_LIMIT) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: %.3g of the peak at z = %.6g m, expected at most %.3g",
              what,
              edge.applyAsDouble(worst),
              worst.position(),
              Fields.EDGE_LIMIT));
    }
  }

  @Override
  public void close() {
    device.close();
    if (!kept) {
      fields.forEach(ComplexField::close);
    }
  }
}
