package org.lightpath.core.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The matrices of one run of a product.
 *
 * @param left A
 * @param right B
 * @param variance V of the receiver's variance, in the shape of B; null where the plan takes none
 * @param result C, overwritten
 */
public record MatmulOperands(
    DeviceMatrix left, DeviceMatrix right, @Nullable DeviceMatrix variance, DeviceMatrix result) {
  /** Checks that the three matrices are there. */
  public MatmulOperands {
    Objects.requireNonNull(left);
    Objects.requireNonNull(right);
    Objects.requireNonNull(result);
  }

  /** Without an operand of the variance. */
  public MatmulOperands(DeviceMatrix left, DeviceMatrix right, DeviceMatrix result) {
    this(left, right, null, result);
  }
}
