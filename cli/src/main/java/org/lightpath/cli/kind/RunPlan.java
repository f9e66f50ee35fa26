package org.lightpath.cli.kind;

import java.util.List;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;

/**
 * What a run would do.
 *
 * @param shape (batch, polarisation, time) of the propagated fields
 * @param precision of storage and arithmetic
 * @param steps steps of each field
 * @param transforms Fourier transforms of one mode of one field, over the batch
 * @param works the pieces of work in the order they run
 * @param description the step plans in words
 */
public record RunPlan(
    FieldShape shape,
    Precision precision,
    long steps,
    long transforms,
    List<FieldPlan> works,
    String description) {
  /** Copies the list. */
  public RunPlan {
    works = List.copyOf(works);
  }
}
