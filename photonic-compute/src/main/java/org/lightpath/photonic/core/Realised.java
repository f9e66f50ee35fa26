package org.lightpath.photonic.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Right operands as a chip has them.
 *
 * @see HostTransforms
 */
final class Realised {
  /** What meets the light: [matrix][term][column]. */
  final double[][][] values;

  /** V of the receiver's variance, or null: [matrix][term][column]. */
  final double @Nullable [][][] variance;

  /** Digital gain that brings the readouts back to units of Σ x w. */
  final double gain;

  /** Digital offset of each column after the gain. */
  final double[] offset;

  /** Weights beyond their full scale that the host has clipped. */
  final long clipped;

  Realised(double[][][] values, double @Nullable [][][] variance, double gain, double... offset) {
    this(values, variance, gain, offset.length == 0 ? new double[1] : offset, 0);
  }

  private Realised(
      double[][][] values,
      double @Nullable [][][] variance,
      double gain,
      double[] offset,
      long clipped) {
    this.values = values;
    this.variance = variance;
    this.gain = gain;
    this.offset = offset;
    this.clipped = clipped;
  }

  /** With the count of weights that were asked for beyond [−1, 1]. */
  Realised clipping(double[][][] targets) {
    long count = 0;
    for (double[][] matrix : targets) {
      for (double[] row : matrix) {
        count += Arrays.stream(row).filter(value -> Math.abs(value) > 1).count();
      }
    }
    return new Realised(values, variance, gain, offset, count);
  }
}
