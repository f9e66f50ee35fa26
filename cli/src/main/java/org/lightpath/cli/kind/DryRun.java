package org.lightpath.cli.kind;

import java.io.PrintStream;
import org.lightpath.cli.run.Json;
import org.lightpath.core.engine.Engine;

/** Tells what a run would do: configuration, work, memory on the device, expected time. */
public final class DryRun {
  private final ExperimentFile experiment;
  private final Engine engine;

  /** A dry run of an experiment on an engine. */
  public DryRun(ExperimentFile experiment, Engine engine) {
    this.experiment = experiment;
    this.engine = engine;
  }

  /** Prints everything; writes nothing else. */
  public void print(PrintStream out) {
    RunPlan plan = experiment.prepared().plan();
    out.print(Json.text(experiment.resolved()));
    out.println(plan.description().stripTrailing());
    switch (plan) {
      case FieldRunPlan fields -> new FieldDryRun(fields, engine).print(out);
      case ProductRunPlan products -> new ProductDryRun(products, engine).print(out);
    }
  }
}
