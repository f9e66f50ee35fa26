package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;

/** Something that can run the benchmark's plan: one of our engines, or a peer. */
interface Contender extends AutoCloseable {
  /** Name for the table. */
  String name();

  /** What it runs on and how, for the table. */
  String detail();

  /** Host threads it uses. */
  int threads();

  /** Whether it computes on this machine's cores, to which {@link HostCost} applies. */
  boolean onHost();

  /** Whether it can run a case at all. */
  boolean supports(StepCase c);

  /**
   * Ceilings of what it runs on.
   *
   * @param workingSetBytes bytes gone through again and again [B]
   */
  Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes);

  /** Makes everything ready for runs of a plan. */
  Prepared prepare(PropagationPlan plan);

  @Override
  void close();

  /** A contender ready for one plan. */
  interface Prepared extends AutoCloseable {
    /** Sets the field. */
    void load(ComplexField input);

    /** Runs the plan once, in place. */
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
