package org.lightpath.core.engine;

import org.lightpath.core.plan.GnlseSteps;

/** Adaptive steps have become so short that the run would not end. */
public final class StepLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public StepLimitException(String message) {
    super(message);
  }

  /**
   * The exception for a field.
   *
   * @param field number in the batch
   * @param position z reached [m]
   * @param step length asked for [m]
   * @param steps the control that asked
   */
  public static StepLimitException at(
      int field, double position, double step, GnlseSteps.Adaptive steps) {
    return new StepLimitException(
        ("adaptive steps: field %d asks for a step of %.3g m at z = %.6g m, expected at least %.3g m to"
                + " meet the tolerance %.3g; take a larger tolerance, double precision, or check γ"
                + " and the launch power")
            .formatted(
                field,
                step,
                position,
                steps.length() * GnlseSteps.Adaptive.SHORTEST,
                steps.tolerance().value(field)));
  }
}
