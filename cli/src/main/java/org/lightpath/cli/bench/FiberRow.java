package org.lightpath.cli.bench;

/**
 * One measured row of the split step.
 *
 * @param who ran
 * @param c the case
 * @param steps steps of one run
 * @param times of one run of the whole batch
 * @param relativeError relative L2 error against the double-precision reference after the steps of
 *     the error run
 * @param errorSteps steps of the error run
 * @param roofline of one run
 * @param memoryBytes fields, tables and scratch [B]; 0 if unknown
 */
record FiberRow(
    Contender who,
    StepCase c,
    int steps,
    Times times,
    double relativeError,
    int errorSteps,
    Roofline roofline,
    long memoryBytes) {
  /** Time of one step of the whole batch [s], median of the turns. */
  double stepSeconds() {
    return times.median() / steps;
  }

  /** Standard deviation of it over the turns [s]. */
  double deviationSeconds() {
    return times.deviation() / steps;
  }

  /** Samples advanced by one step, a second; those of each polarisation count. */
  double samplesPerSecond() {
    return (double) c.shape().elements() / stepSeconds();
  }
}
