package org.lightpath.cli.bench;

import java.util.Optional;

/**
 * One measured row of the split step.
 *
 * @param who ran
 * @param work the case
 * @param extent steps of one run, and of how many
 * @param times of one run of the whole batch
 * @param check what the result was worth
 * @param roofline of one run
 * @param memoryBytes fields, tables and scratch [B]; 0 if unknown
 */
record FiberRow(
    Contender who,
    FiberWork work,
    Extent extent,
    Times times,
    Check check,
    Roofline roofline,
    long memoryBytes) {
  /**
   * How much of a system a run is.
   *
   * @param steps of one run
   * @param wholeSteps of the whole system; 0 for the synthetic case, which has no end
   * @param reduction what is left out, in words
   */
  record Extent(int steps, int wholeSteps, String reduction) {}

  /**
   * What the result was worth.
   *
   * @param relativeError relative L2 error of one field against the double-precision reference
   *     after as many steps of the same scheme
   * @param steps of that comparison
   */
  record Check(double relativeError, int steps) {}

  /** Error of the {@link #check}. */
  double relativeError() {
    return check.relativeError();
  }

  /** Steps of the {@link #check}. */
  int errorSteps() {
    return check.steps();
  }

  /** Times of one step of the whole batch [s]. */
  Times stepTimes() {
    return times.scaled(1.0 / extent.steps());
  }

  /** Time of one step of the whole batch [s], median of the turns. */
  double stepSeconds() {
    return times.median() / extent.steps();
  }

  /** Standard deviation of it over the turns [s]. */
  double deviationSeconds() {
    return times.deviation() / extent.steps();
  }

  /** Samples advanced by one step, a second; those of each polarisation count. */
  double samplesPerSecond() {
    return (double) work.shape().elements() / stepSeconds();
  }

  /** Time of the whole system [s]: measured, or that of a step for each of its steps. */
  Optional<Double> wholeSeconds() {
    return extent.wholeSteps() == 0
        ? Optional.empty()
        : Optional.of(stepSeconds() * extent.wholeSteps());
  }
}
