package org.lightpath.fiber.step;

import org.lightpath.core.plan.StepPlan;

/** Coarser and finer variants of a step plan, for estimates of its error. */
public final class StepPlans {
  private StepPlans() {}

  /** Neighbouring steps joined in pairs; a last one without neighbour stays. */
  public static StepPlan joinedInPairs(StepPlan plan) {
    double[] joined = new double[(plan.steps() + 1) / 2];
    for (int i = 0; i < plan.steps(); i++) {
      joined[i / 2] += plan.length(i);
    }
    return StepPlan.of(plan.rule() + ", joined in pairs", joined);
  }

  /** Every step divided into two equal ones. */
  public static StepPlan halved(StepPlan plan) {
    double[] halves = new double[2 * plan.steps()];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = plan.length(i / 2) / 2;
    }
    return StepPlan.of(plan.rule() + ", halved", halves);
  }
}
