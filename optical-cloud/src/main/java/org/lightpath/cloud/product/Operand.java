package org.lightpath.cloud.product;

import java.util.Objects;

/**
 * An operand of a product.
 *
 * @param name of the value in the model
 * @param values in the layout of the product's shape; must not be changed
 * @param constant whether these are weights: the same numbers in every run of the node, so that
 *     what was prepared for them may be kept
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Operand(String name, float[] values, boolean constant) {
  /** Checks that nothing is missing. */
  public Operand {
    Objects.requireNonNull(name);
    Objects.requireNonNull(values);
  }
}
