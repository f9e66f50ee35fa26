package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.ProgramCost;

/**
 * One measured row.
 *
 * @param contender who ran
 * @param detail on what, how
 * @param c the case
 * @param threads host threads
 * @param steps steps of one run
 * @param stepSeconds time of one step of the whole batch [s], median of the repetitions
 * @param deviationSeconds standard deviation of it over the repetitions [s]
 * @param relativeError relative L2 error against the double-precision reference after the steps of
 *     the error run
 * @param errorSteps steps of the error run
 * @param cost what one run costs at least, where it is counted
 * @param ceilings of the device, where they are measured
 * @param memoryBytes fields, tables and scratch [B]; 0 if unknown
 */
record BenchRow(
    String contender,
    String detail,
    StepCase c,
    int threads,
    int steps,
    double stepSeconds,
    double deviationSeconds,
    double relativeError,
    int errorSteps,
    Optional<ProgramCost> cost,
    Optional<DeviceCeilings> ceilings,
    long memoryBytes) {
  /** Samples advanced by one step, a second; those of each polarisation count. */
  double samplesPerSecond() {
    return (double) c.shape().elements() / stepSeconds;
  }

  /** Least time of a step [s], or nothing if it is not known. */
  Optional<Double> floorSeconds() {
    return cost.flatMap(run -> ceilings.map(device -> run.floorSeconds(device) / steps));
  }

  /** Floor over time. */
  Optional<Double> rooflineShare() {
    return floorSeconds().map(floor -> floor / stepSeconds);
  }

  /** What sets the floor. */
  Optional<ProgramCost.Bound> boundBy() {
    return cost.flatMap(run -> ceilings.map(run::boundBy));
  }
}
