package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;

/**
 * A product that a core is asked for.
 *
 * @param shape extents
 * @param precision of storage and arithmetic
 * @param range full scales and statistics of the operands
 * @param seeds of chip and noise
 * @param tiling whether a K beyond the integration length is cut into several readouts
 */
public record ProductRequest(
    MatmulShape shape, Precision precision, OperandRange range, CoreSeeds seeds, boolean tiling) {
  /** Checks that nothing is missing. */
  public ProductRequest {
    Objects.requireNonNull(shape);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(range);
    Objects.requireNonNull(seeds);
  }

  /** Operands spread evenly over [−1, 1], default seeds, tiling on. */
  public static ProductRequest of(MatmulShape shape, Precision precision) {
    return new ProductRequest(shape, precision, OperandRange.UNIT, CoreSeeds.DEFAULT, true);
  }

  /** For another shape, on the same chip. */
  public ProductRequest withShape(MatmulShape other) {
    return new ProductRequest(other, precision, range, seeds, tiling);
  }

  /** With other operands. */
  public ProductRequest withRange(OperandRange other) {
    return new ProductRequest(shape, precision, other, seeds, tiling);
  }

  /** With other seeds. */
  public ProductRequest withSeeds(CoreSeeds other) {
    return new ProductRequest(shape, precision, range, other, tiling);
  }

  /** With or without tiling. */
  public ProductRequest withTiling(boolean other) {
    return new ProductRequest(shape, precision, range, seeds, other);
  }

  /**
   * Terms of one full readout of a core.
   *
   * @throws IllegalArgumentException if K is longer than a readout and tiling is off
   */
  int window(String core, int integrationLength) {
    if (shape.inner() > integrationLength && !tiling) {
      throw new IllegalArgumentException(
          ("%s: the inner dimension is K = %d, but one readout sums at most %d terms;"
                  + " switch tiling on or lengthen the integration")
              .formatted(core, shape.inner(), integrationLength));
    }
    return Math.min(shape.inner(), integrationLength);
  }
}
