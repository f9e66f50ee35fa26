package org.lightpath.cli.bench;

import java.util.Optional;

/**
 * One measured row of the products.
 *
 * @param who ran
 * @param c the case
 * @param effect with what
 * @param share part of the outputs that a run computed; below 1 the times below are extrapolated
 * @param times of one whole product
 * @param costOfNoise time over that of the noiseless product of the same contender, turn by turn
 * @param againstOpenBlas time over that of OpenBLAS, turn by turn
 * @param check what the result was compared with
 * @param roofline of one run
 * @param memoryBytes matrices, tables and scratch [B]; 0 if unknown
 */
record ProductRow(
    Contender who,
    ProductCase c,
    ProductEffect effect,
    double share,
    Times times,
    Optional<Double> costOfNoise,
    Optional<Double> againstOpenBlas,
    Check check,
    Roofline roofline,
    long memoryBytes) {
  /**
   * What is known of the result.
   *
   * @param relativeError L2 distance from the double-precision reference with the same draws
   * @param rows rows compared
   * @param deviationRatio observed over expected standard deviation of the noise, for draws that
   *     the reference does not have
   */
  record Check(Optional<Double> relativeError, int rows, Optional<Double> deviationRatio) {}

  /** Time of one product of the whole batch [s], median of the turns. */
  double seconds() {
    return times.median();
  }

  /** Flops of the first product over the time. */
  double flopsPerSecond() {
    return c.flops() / seconds();
  }

  /** Random numbers over the time; nothing without noise. */
  Optional<Double> noisePerSecond() {
    double samples = effect.noiseSamples(c);
    return samples == 0 ? Optional.empty() : Optional.of(samples / seconds());
  }
}
