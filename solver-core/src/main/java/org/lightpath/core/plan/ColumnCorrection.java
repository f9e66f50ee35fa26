package org.lightpath.core.plan;

import java.util.Arrays;

/**
 * Digital correction of each output column after the readouts are added up: C_ij ← s_A s_B (g_j Σ_w
 * z_ij + o_j).
 */
public final class ColumnCorrection {
  /** None: g = 1, o = 0. */
  public static final ColumnCorrection NONE =
      new ColumnCorrection(new double[] {1}, new double[] {0});

  private final double[] gain;
  private final double[] offset;

  private ColumnCorrection(double[] gain, double[] offset) {
    this.gain = gain;
    this.offset = offset;
  }

  /**
   * Gains and offsets, as a calibration finds them.
   *
   * @param gain g: one value, or one for each column
   * @param offset o: one value, or one for each column
   * @throws IllegalArgumentException if a list is empty or a number is not finite
   */
  public static ColumnCorrection of(double[] gain, double[] offset) {
    for (double[] list : new double[][] {gain, offset}) {
      if (list.length == 0 || !Arrays.stream(list).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "column correction: expected one or N finite numbers, got " + Arrays.toString(list));
      }
    }
    return new ColumnCorrection(gain.clone(), offset.clone());
  }

  /** g_j. */
  public double gain(int column) {
    return gain[gain.length == 1 ? 0 : column];
  }

  /** o_j. */
  public double offset(int column) {
    return offset[offset.length == 1 ? 0 : column];
  }

  /**
   * Refuses lists that are neither one nor N long.
   *
   * @throws IllegalArgumentException if one is
   */
  void requireFits(int columns) {
    for (double[] list : new double[][] {gain, offset}) {
      if (list.length != 1 && list.length != columns) {
        throw new IllegalArgumentException(
            "column correction: a list has %d values, expected 1 or N = %d"
                .formatted(list.length, columns));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnCorrection that
        && Arrays.equals(gain, that.gain)
        && Arrays.equals(offset, that.offset);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(gain) + 31 * Arrays.hashCode(offset);
  }
}
