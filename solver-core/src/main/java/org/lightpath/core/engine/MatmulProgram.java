package org.lightpath.core.engine;

import java.util.Optional;
import org.lightpath.core.plan.MatmulPlan;

/** A matrix product made ready for one device. Owns its tables and scratch memory. */
public interface MatmulProgram extends AutoCloseable {
  /** The plan this program runs. */
  MatmulPlan plan();

  /**
   * Computes the product with all its effects. Allocates nothing.
   *
   * @param operands matrices of this engine in the shapes and the precision of the plan
   * @param run scales and number of the draw
   * @throws IllegalArgumentException if a matrix does not fit, the operand of the variance is
   *     missing or given in vain, or a scale is not a positive number
   */
  void run(MatmulOperands operands, MatmulRun run);

  /** What was out of range since the program was made. */
  MatmulCounts counts();

  /**
   * What a run costs at least.
   *
   * @return nothing if this engine does not count it
   */
  default Optional<ProgramCost> cost() {
    return Optional.empty();
  }

  @Override
  void close();
}
