package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.plan.MeshPlan;

/**
 * One measured row of the meshes.
 *
 * @param who ran
 * @param c the case
 * @param method how
 * @param compileSeconds time to make the program, median [s]
 * @param times of one run
 * @param columnsOverThis time of the method {@code COLUMNS} of the same contender over this one,
 *     turn by turn
 * @param check what the result was compared with
 * @param roofline of one run
 * @param memoryBytes field, tables and scratch [B]; 0 if unknown
 */
record MeshRow(
    Contender who,
    MeshCase c,
    MeshPlan.Method method,
    double compileSeconds,
    Times times,
    Optional<Double> columnsOverThis,
    Check check,
    Roofline roofline,
    long memoryBytes) {
  /**
   * What the result was compared with.
   *
   * @param relativeError L2 distance over all vectors; nothing where there was nothing to compare
   *     with
   * @param against {@code reference} (in double precision), {@code other method} or {@code nothing}
   */
  record Check(Optional<Double> relativeError, String against) {}

  /** Time of one run [s], median of the turns. */
  double seconds() {
    return times.median();
  }

  /** Flops of the interferometers over the time, the same count for both methods. */
  double flopsPerSecond() {
    return c.flops() / seconds();
  }
}
