package org.lightpath.fiber.step;

import java.util.Optional;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;

/** The planned steps of plans that propagate. */
public final class PlanSteps {
  private PlanSteps() {}

  /** Steps planned ahead; nothing if a plan finds its steps while it runs, or has none. */
  public static Optional<StepPlan> of(FieldPlan plan) {
    return switch (plan) {
      case PropagationPlan p -> Optional.of(p.steps());
      case GnlsePlan p when p.steps() instanceof GnlseSteps.Planned planned ->
          Optional.of(planned.steps());
      default -> Optional.empty();
    };
  }

  /** The plan with other planned steps. */
  public static GnlsePlan with(GnlsePlan plan, GnlseSteps steps) {
    return new GnlsePlan(
        plan.shape(),
        plan.precision(),
        plan.dispersion(),
        plan.nonlinearity(),
        plan.attenuation(),
        steps);
  }
}
