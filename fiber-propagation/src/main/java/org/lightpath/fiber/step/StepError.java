package org.lightpath.fiber.step;

import java.util.List;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;

/**
 * Estimate of the error that finite steps cause (Richardson, order 2): the same stretches are
 * crossed with other steps and both results compared.
 *
 * <p>With steps joined in pairs the error is four times as large, so the distance of the two
 * results is three times the error. Where no stretch has two steps, each is halved instead, and the
 * error is 4/3 of the distance.
 */
public final class StepError {
  private StepError() {}

  /** Coarser steps of the generalised equation: twice as long, as far as they are planned. */
  private static final double COARSER = 16;

  private static final double LARGEST_TOLERANCE = 0.5;

  /**
   * The plan of the generalised equation with steps joined in pairs, or sixteen times the
   * tolerance: at fourth order that doubles the step, too, and takes sixteen times the error.
   */
  public static GnlsePlan compared(GnlsePlan p) {
    return switch (p.steps()) {
      case GnlseSteps.Planned planned ->
          PlanSteps.with(p, new GnlseSteps.Planned(StepPlans.joinedInPairs(planned.steps())));
      case GnlseSteps.Adaptive adaptive ->
          PlanSteps.with(
              p,
              new GnlseSteps.Adaptive(
                  adaptive.length(), coarser(adaptive.tolerance()), adaptive.firstStep()));
    };
  }

  private static FieldParameter coarser(FieldParameter tolerance) {
    double[] values = new double[tolerance.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(COARSER * tolerance.value(i), LARGEST_TOLERANCE);
    }
    return FieldParameter.of(values);
  }

  /**
   * The error of the generalised equation's result.
   *
   * @param distance relative L2 distance from the result of {@linkplain #compared(GnlsePlan)
   *     coarser} steps
   */
  public static double ofFourthOrder(double distance) {
    return distance / (COARSER - 1);
  }

  /** The plan with the other steps. */
  public static PropagationPlan compared(PropagationPlan p) {
    StepPlan steps = p.steps();
    return new PropagationPlan(
        p.shape(),
        p.precision(),
        p.dispersion(),
        p.nonlinearity(),
        p.attenuation(),
        steps.steps() > 1 ? StepPlans.joinedInPairs(steps) : StepPlans.halved(steps));
  }

  /**
   * The error of the plans' result.
   *
   * @param plans what was run
   * @param distance relative L2 distance from the result of their {@linkplain #compared
   *     counterparts}
   */
  public static double of(List<PropagationPlan> plans, double distance) {
    boolean joined = plans.stream().anyMatch(plan -> plan.steps().steps() > 1);
    return joined ? distance / 3 : distance * 4 / 3;
  }
}
