package org.lightpath.fiber.link;

import java.util.OptionalDouble;

/**
 * What came out of a link. Whoever ran it closes it, and with it the field.
 *
 * @param state field, powers and step error after the last span crossed
 * @param plan what was planned, with its steps and transforms
 * @param elapsed time of the propagation [s], without the estimate of the step error and without
 *     the part before a checkpoint it started from
 * @param completed false if a listener cancelled the run; {@code state} then continues it
 */
public record LinkResult(LinkState state, LinkPlan plan, double elapsed, boolean completed)
    implements AutoCloseable {
  /**
   * Estimated relative error of the field that the finite steps cause; see {@link
   * LinkPropagation.Builder#estimateStepError}.
   */
  public OptionalDouble stepError() {
    return state.stepError();
  }

  @Override
  public void close() {
    state.field().close();
  }
}
