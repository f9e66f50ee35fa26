package org.lightpath.cli.bench;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;

/** Someone who can take fields through split steps. */
interface FieldContender extends Contender {
  /** Whether it can run a case at all. */
  boolean supports(StepCase c);

  /** Makes everything ready for runs of a plan. */
  Prepared prepare(PropagationPlan plan);

  /**
   * Makes everything ready for runs of several plans, one after the other.
   *
   * @throws UnsupportedPlanException if it only has the step of {@link StepCase}, or lacks a part
   */
  default Prepared prepare(List<FieldPlan> plans) {
    throw new UnsupportedPlanException(
        "%s has the synthetic step only, no named systems".formatted(name()));
  }

  /** A contender ready for one plan. */
  interface Prepared extends TimedRun, AutoCloseable {
    /** Sets the field. */
    void load(ComplexField input);

    /** Runs the plan once, in place. */
    @Override
    void run();

    /** Reads the field. */
    void store(ComplexField output);

    /** What a run costs at least, where the program counts it. */
    default Optional<ProgramCost> cost() {
      return Optional.empty();
    }

    /** Bytes held for fields, tables and scratch; 0 if unknown. */
    long memoryBytes();

    @Override
    void close();
  }
}
