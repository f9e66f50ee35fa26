package org.lightpath.core.engine;

/**
 * How a product is run once.
 *
 * @param leftScale s_A, the value of A that drives its modulator fully
 * @param rightScale s_B, the value of B that drives its modulator fully
 * @param sample number of the draw: every number has fresh noise, the same number the same noise
 */
public record MatmulRun(double leftScale, double rightScale, int sample) {
  /** Operands that are within [−1, 1] as they are, first draw. */
  public static final MatmulRun UNIT = new MatmulRun(1, 1, 0);

  /**
   * Checks the scales.
   *
   * @throws IllegalArgumentException if a scale is not a positive finite number
   */
  public MatmulRun {
    if (!(leftScale > 0 && rightScale > 0)
        || Double.isInfinite(leftScale)
        || Double.isInfinite(rightScale)) {
      throw new IllegalArgumentException(
          "product: scales of the operands are %s and %s, expected positive finite numbers"
              .formatted(leftScale, rightScale));
    }
  }

  /** The same with another draw. */
  public MatmulRun withSample(int number) {
    return new MatmulRun(leftScale, rightScale, number);
  }
}
