package org.lightpath.cli.kind;

import java.util.List;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.datasets.table.Table;

/** The steps of a run, for the report. */
public final class StepTable {
  private static final int ROWS = 4000;

  private StepTable() {}

  /**
   * Where steps begin and how long they are; every n-th one if there are more than a figure shows.
   */
  public static Table of(List<StepPlan> plans) {
    long all = plans.stream().mapToLong(StepPlan::steps).sum();
    int stride = Math.toIntExact(Math.ceilDiv(all, ROWS));
    double[] begins = new double[Math.toIntExact(Math.ceilDiv(all, stride))];
    double[] lengths = new double[begins.length];
    double z = 0;
    long number = 0;
    for (StepPlan plan : plans) {
      for (int i = 0; i < plan.steps(); i++, number++) {
        if (number % stride == 0) {
          int row = Math.toIntExact(number / stride);
          begins[row] = z;
          lengths[row] = plan.length(i);
        }
        z += plan.length(i);
      }
    }
    return new TableBuilder().real("z_m", begins).real("step_m", lengths).build();
  }
}
