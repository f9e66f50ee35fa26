package org.lightpath.fiber.exact;

import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/** A closed-form solution that a propagated field can be compared with. */
public interface ClosedForm {
  /** What the solution is, for reports. */
  String description();

  /**
   * Relative distance of a propagated field from the solution; what it is relative to is said by
   * each solution.
   *
   * @param field a batch of fields
   * @param index which field of the batch
   * @param grid times of the samples
   * @param position z [m]
   */
  double error(ComplexField field, int index, TimeGrid grid, double position);
}
