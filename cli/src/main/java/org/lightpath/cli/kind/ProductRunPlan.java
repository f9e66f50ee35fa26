package org.lightpath.cli.kind;

import java.util.List;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;

/**
 * A run that multiplies matrices.
 *
 * @param precision of storage and arithmetic
 * @param works the products in the order they run
 * @param description of the cores in words
 */
public record ProductRunPlan(Precision precision, List<Work> works, String description)
    implements RunPlan {
  /** Copies the list. */
  public ProductRunPlan {
    works = List.copyOf(works);
  }

  /**
   * One product, run some times.
   *
   * @param plan the product
   * @param runs how often
   * @param macs multiply-accumulate operations of a run, those that were asked for: a plan may take
   *     more for effects of the light
   */
  public record Work(MatmulPlan plan, long runs, long macs) {}

  /** Multiply-accumulate operations in all. */
  public long macs() {
    return works.stream().mapToLong(work -> work.runs() * work.macs()).sum();
  }
}
