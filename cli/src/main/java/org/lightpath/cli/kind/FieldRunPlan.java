package org.lightpath.cli.kind;

import java.util.List;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;

/**
 * A run that takes fields through fibres or meshes.
 *
 * @param shape (batch, mode, time) of the fields
 * @param precision of storage and arithmetic
 * @param steps steps of each field
 * @param transforms Fourier transforms of one mode of one field, over the batch
 * @param works the pieces of work in the order they run
 * @param description the step plans in words
 */
public record FieldRunPlan(
    FieldShape shape,
    Precision precision,
    long steps,
    long transforms,
    List<FieldPlan> works,
    String description)
    implements RunPlan {
  /** Copies the list. */
  public FieldRunPlan {
    works = List.copyOf(works);
  }
}
