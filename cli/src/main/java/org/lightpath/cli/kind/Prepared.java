package org.lightpath.cli.kind;

import org.lightpath.core.engine.Engine;

/** A checked experiment, ready to plan or run. */
public interface Prepared {
  /** What a run would do. */
  RunPlan plan();

  /**
   * Runs the experiment and writes its tables.
   *
   * @param engine what computes
   * @param run where results go and who hears of the progress
   */
  Outcome run(Engine engine, RunContext run);
}
