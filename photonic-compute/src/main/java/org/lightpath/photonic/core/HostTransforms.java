package org.lightpath.photonic.core;

import org.jspecify.annotations.Nullable;

/**
 * What the host does to operands before they are uploaded; null for nothing.
 *
 * @param left of each row of A, in units of its full scale
 * @param right of all matrices B, in units of their full scale
 */
record HostTransforms(@Nullable Rows left, @Nullable Matrices right) {
  static final HostTransforms NONE = new HostTransforms(null, null);

  /** K values of a row to K′ values. */
  interface Rows {
    double[] apply(double[] row);
  }

  /** Matrices [matrix][k][column] to what the chip makes of them. */
  interface Matrices {
    Realised apply(double[][][] targets);
  }
}
