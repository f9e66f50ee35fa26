package org.lightpath.fiber.step;

import java.util.List;
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
