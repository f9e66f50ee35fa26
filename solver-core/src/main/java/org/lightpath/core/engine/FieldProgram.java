package org.lightpath.core.engine;

import org.lightpath.core.plan.FieldPlan;

/** A plan made ready for one device. Owns its tables and scratch memory. */
public interface FieldProgram extends AutoCloseable {
  /** The plan this program runs. */
  FieldPlan plan();

  /**
   * Runs the whole plan on a field, in place. Allocates nothing.
   *
   * @throws IllegalArgumentException if the field is not of this engine, or its shape or precision
   *     differ from the plan's
   */
  void run(DeviceField field);

  @Override
  void close();
}
