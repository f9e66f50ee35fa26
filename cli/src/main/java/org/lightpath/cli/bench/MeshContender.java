package org.lightpath.cli.bench;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;

/** Someone who can take vectors through meshes. */
interface MeshContender extends Contender {
  /** Whether it has a method in a precision. */
  boolean supports(MeshPlan.Method method, Precision precision);

  /**
   * Makes everything ready for runs of a plan.
   *
   * @param leastSeconds time to measure how long that takes, where it is measured anew [s]
   */
  Timed prepareTimed(MeshPlan plan, double leastSeconds);

  /**
   * What is ready.
   *
   * @param prepared runs
   * @param compileSeconds time to make it ready [s]
   */
  record Timed(FieldContender.Prepared prepared, double compileSeconds) {}
}
