package org.lightpath.cli.pulse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.kind.FieldRunPlan;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.Prepared;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cli.kind.RunPlan;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.PropagationListener;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.pulse.PulseExperiment;
import org.lightpath.fiber.pulse.PulseMeasurement;
import org.lightpath.fiber.pulse.PulseResult;
import org.lightpath.fiber.pulse.Waveform;
import org.lightpath.fiber.step.PlanSteps;

/** A pulse experiment, ready to plan or run. */
final class PulseRun implements Prepared {
  private final PulseSpec spec;

  PulseRun(PulseSpec spec) {
    this.spec = spec;
  }

  @Override
  public RunPlan plan() {
    PulseExperiment experiment = spec.experiment(PropagationListener.SILENT);
    List<FieldPlan> plans = experiment.plan();
    return new FieldRunPlan(
        experiment.shape(),
        spec.options().precision(),
        plans.stream()
            .flatMap(plan -> PlanSteps.of(plan).stream())
            .mapToLong(StepPlan::steps)
            .sum(),
        plans.stream().mapToLong(FieldPlan::transforms).sum(),
        List.copyOf(plans),
        describe(plans));
  }

  /** One line for each run of equal stretches. */
  private static String describe(List<FieldPlan> plans) {
    StringBuilder text = new StringBuilder();
    int first = 0;
    while (first < plans.size()) {
      int last = first;
      while (last + 1 < plans.size() && plans.get(last + 1).equals(plans.get(first))) {
        last++;
      }
      String which =
          first == last
              ? "stretch %d".formatted(first + 1)
              : "stretches %d-%d, each".formatted(first + 1, last + 1);
      text.append(which).append(": ").append(steps(plans.get(first))).append('\n');
      first = last + 1;
    }
    return text.toString();
  }

  private static String steps(FieldPlan plan) {
    return plan instanceof GnlsePlan generalised
            && generalised.steps() instanceof GnlseSteps.Adaptive adaptive
        ? "adaptive steps over %s, local error at most %s"
            .formatted(
                Numbers.quantity(adaptive.length(), "m"),
                Numbers.significant(adaptive.tolerance().value(0), 3))
        : PlanSteps.of(plan).map(StepPlan::toString).orElse("no steps");
  }

  @Override
  public Outcome run(Engine engine, RunContext run) {
    PropagationListener listener =
        new PropagationListener() {
          @Override
          public void progress(Progress progress) {
            run.progress(progress);
          }

          @Override
          public boolean cancelled() {
            return run.cancelled();
          }
        };
    PulseExperiment experiment = spec.experiment(listener);
    spec.cases().stream().map(one -> one.fiber().toString()).distinct().forEach(run.log()::line);
    describe(experiment.plan()).lines().forEach(run.log()::line);
    long begin = System.nanoTime();
    try (PulseResult result = experiment.run(engine)) {
      double propagation = (System.nanoTime() - begin) * 1e-9;
      Map<String, Double> timing = new LinkedHashMap<>();
      timing.put("propagation", propagation);
      if (result.completed()) {
        new PulseTables(spec, result).write(run.folder());
        timing.put("writing", (System.nanoTime() - begin) * 1e-9 - propagation);
      }
      return outcome(result, timing);
    }
  }

  private Outcome outcome(PulseResult result, Map<String, Double> timing) {
    List<Map<String, Double>> cases = new ArrayList<>();
    for (int field = 0; field < spec.cases().size(); field++) {
      cases.add(metrics(result, field));
    }
    Map<String, String> facts = new LinkedHashMap<>();
    if (!result.stepPlans().isEmpty()) {
      facts.put("stepPlan", StepWords.of(spec.rule(), result.stepPlans()));
    }
    spec.generalised()
        .ifPresent(
            equation ->
                equation
                    .tolerance()
                    .ifPresent(
                        tolerance -> facts.put("stepPlan", StepWords.adaptive(result, tolerance))));
    spec.cases()
        .getFirst()
        .reference()
        .map(ClosedForm::description)
        .ifPresent(text -> facts.put("reference", text));
    return new Outcome(
        result.completed(),
        result.steps(),
        result.transforms(),
        result.elapsed(),
        cases,
        spec.batch(),
        facts,
        timing,
        result.warnings(),
        notes(cases));
  }

  /** Why a number is missing that every pulse run promises. */
  private static List<String> notes(List<Map<String, Double>> cases) {
    boolean wide = cases.stream().anyMatch(one -> Double.isNaN(one.getOrDefault("fwhm_s", 0.0)));
    return wide
        ? List.of(
            "no pulse width (fwhm_s): the power does not fall to half of its peak on both sides")
        : List.of();
  }

  /**
   * The metrics at the last position. Light that fills the window or the band has no edges to be
   * dark there, and no width of its own.
   */
  private Map<String, Double> metrics(PulseResult result, int field) {
    PulseMeasurement last = result.last(field);
    Waveform waveform = spec.cases().get(field).waveform();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("peakPower_W", last.peakPower());
    metrics.put("fwhm_s", last.fwhm());
    metrics.put("energy_J", last.energy());
    metrics.put("energyError_rel", last.energyError());
    metrics.put("photonNumberError_rel", last.photonNumberError());
    metrics.put("spectralPeak_Hz", spectralPeak(last, waveform));
    metrics.put("timeOfPeak_s", resolved(last.timeOfPeak(), spec.grid().spacing()));
    metrics.put("band20dBLow_m", last.band20dBLow());
    metrics.put("band20dBHigh_m", last.band20dBHigh());
    if (waveform.confined()) {
      metrics.put("rmsWidth_s", last.rmsDuration());
    }
    metrics.put("rmsBandwidth_Hz", last.rmsBandwidth());
    if (waveform.confined()) {
      metrics.put("edgePower_rel", last.edgePower());
    }
    if (waveform.bandLimited()) {
      metrics.put("edgeSpectrum_rel", last.edgeSpectrum());
    }
    metrics.putAll(new References(spec, result).metrics(field));
    last.referenceError().ifPresent(error -> metrics.put("referenceError_rel", error));
    result.stepError().ifPresent(error -> metrics.put("stepError_rel", error));
    return metrics;
  }

  /** The line of a continuous wave lies in a bin; between bins there is nothing to interpolate. */
  private double spectralPeak(PulseMeasurement last, Waveform waveform) {
    double bin = 1 / spec.grid().window();
    return waveform.confined()
        ? resolved(last.spectralPeak(), bin)
        : Math.rint(last.spectralPeak() / bin) * bin;
  }

  /** A position found between samples, 0 where rounding alone keeps it from there. */
  private double resolved(double position, double spacing) {
    double share = spec.options().precision() == Precision.SINGLE ? 1e-3 : 1e-6;
    return Math.abs(position) < share * spacing ? 0 : position;
  }
}
