package org.lightpath.cloud.graph;

import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;

/**
 * A matrix product that every run of a plan asks for.
 *
 * @param site where in the model
 * @param shape extents
 * @param left name of the value that the left operand comes from
 * @param right name of the value that the right operand comes from
 * @param leftConstant whether the left operand holds weights
 * @param rightConstant whether the right operand holds weights
 */
public record PlannedProduct(
    Product.Site site,
    MatmulShape shape,
    String left,
    String right,
    boolean leftConstant,
    boolean rightConstant) {
  /** Multiply-accumulate operations of one run. */
  public long macs() {
    return shape.macs();
  }

  /** Weights that one run reads: elements of the constant operands. */
  public long weights() {
    return (leftConstant ? shape.left().elements() : 0)
        + (rightConstant ? shape.right().elements() : 0);
  }
}
