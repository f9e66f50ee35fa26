package org.lightpath.core.engine;

import java.util.Optional;
import org.lightpath.core.plan.FieldPlan;

/** A plan made ready for one device. Owns its tables and scratch memory. */
public interface FieldProgram extends AutoCloseable {
  /** The plan this program runs. */
  FieldPlan plan();

  /**
   * Runs the whole plan on a field, in place. Allocates nothing.
   *
   * @throws StepLimitException if adaptive steps become too short; the field is undefined then
   * @throws IllegalArgumentException if the field is not of this engine, or its shape or precision
   *     differ from the plan's
   */
  void run(DeviceField field);

  /**
   * What a run costs at least, for a field that is on the device as a whole.
   *
   * @return nothing if this engine does not count it
   */
  default Optional<ProgramCost> cost() {
    return Optional.empty();
  }

  /**
   * Steps of the latest run, where their number is decided while it runs.
   *
   * @return nothing if the plan has no such steps, or there was no run yet
   */
  default Optional<StepCounts> stepCounts() {
    return Optional.empty();
  }

  @Override
  void close();
}
