package org.lightpath.fiber.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.step.PlanSteps;
import org.lightpath.fiber.step.Stretch;

/** Makes the plans of a pulse experiment. */
final class PulsePlanner {
  /** Share of the power outside what counts as the launched spectrum: see Fields.EDGE_LIMIT. */
  private static final double OUTSIDE_SHARE = Fields.EDGE_LIMIT;

  private final PulseExperiment experiment;

  PulsePlanner(PulseExperiment experiment) {
    this.experiment = experiment;
  }

  /**
   * One plan for each stretch between saved experiment.positions; equal stretches share one object.
   */
  List<FieldPlan> plan(ComplexField launch) {
    double occupied = experiment.bandwidth.orElseGet(() -> occupiedBandwidth(launch));
    double rate = nonlinearRate(launch);
    double length = experiment.positions[experiment.positions.length - 1];
    List<FieldPlan> plans = new ArrayList<>();
    double begin = 0;
    for (double end : experiment.positions) {
      double here = rate * Math.exp(-experiment.fiber.attenuation() * begin);
      Stretch stretch = new Stretch(experiment.fiber, end - begin, occupied, here);
      plans.add(sharedIfEqual(plans, plan(stretch, length), length));
      begin = end;
    }
    return plans;
  }

  private FieldPlan plan(Stretch stretch, double length) {
    if (experiment.generalised.isPresent()) {
      return generalised(experiment.generalised.get(), stretch, length);
    }
    return new PropagationPlan(
        experiment.shape(),
        experiment.precision,
        experiment.fiber.linearOperator(experiment.grid, experiment.differentialDelay),
        experiment.model.nonlinearity(experiment.gammas),
        experiment.fiber.attenuation(),
        experiment.rule.forShare(stretch.length() / length).plan(stretch));
  }

  private FieldPlan generalised(GnlseModel what, Stretch stretch, double length) {
    GnlseSteps steps =
        experiment.tolerance.isPresent()
            ? new GnlseSteps.Adaptive(
                stretch.length(),
                FieldParameter.of(experiment.tolerance.getAsDouble()),
                firstStep(stretch, experiment.tolerance.getAsDouble()))
            : new GnlseSteps.Planned(
                experiment.rule.forShare(stretch.length() / length).plan(stretch));
    return new GnlsePlan(
        experiment.shape(),
        experiment.precision,
        experiment.fiber.linearOperator(experiment.grid),
        what.nonlinearity(
            experiment.fiber.referenceFrequency(), experiment.grid, experiment.gammas),
        experiment.fiber.attenuation(),
        steps);
  }

  /** h with (γP₀h)⁴ equal to the tolerance: the scale of a fourth-order error at the peak. */
  private static double firstStep(Stretch stretch, double tolerance) {
    double rate = stretch.nonlinearRate();
    double wanted = Math.sqrt(Math.sqrt(tolerance)) / rate;
    return rate > 0 ? Math.min(stretch.length(), wanted) : stretch.length();
  }

  /** Steps that differ by the rounding of experiment.positions only are the same steps. */
  private static FieldPlan sharedIfEqual(List<FieldPlan> plans, FieldPlan plan, double length) {
    double rounding = 4 * Math.ulp(length);
    for (FieldPlan known : plans) {
      if (equal(known, plan, rounding)) {
        return known;
      }
    }
    return plan;
  }

  private static boolean equal(FieldPlan one, FieldPlan other, double rounding) {
    Optional<StepPlan> a = PlanSteps.of(one);
    Optional<StepPlan> b = PlanSteps.of(other);
    if (a.isPresent() && b.isPresent()) {
      StepPlan left = a.get();
      StepPlan right = b.get();
      return left.steps() == right.steps()
          && IntStream.range(0, left.steps())
              .allMatch(i -> Math.abs(left.length(i) - right.length(i)) <= rounding);
    }
    return one instanceof GnlsePlan p
        && other instanceof GnlsePlan q
        && p.steps() instanceof GnlseSteps.Adaptive x
        && q.steps() instanceof GnlseSteps.Adaptive y
        && Math.abs(x.length() - y.length()) <= rounding
        && Math.abs(x.firstStep() - y.firstStep()) <= rounding;
  }

  private double occupiedBandwidth(ComplexField launch) {
    return IntStream.range(0, experiment.waveforms.size())
        .mapToDouble(
            index ->
                PowerSpectrum.of(launch, index, experiment.grid).occupiedBandwidth(OUTSIDE_SHARE))
        .max()
        .orElseThrow();
  }

  private double nonlinearRate(ComplexField launch) {
    return IntStream.range(0, experiment.waveforms.size())
        .mapToDouble(
            index ->
                Math.abs(experiment.gammas.value(index))
                    * experiment.model.factor()
                    * launch.peakPower(index))
        .max()
        .orElseThrow();
  }
}
