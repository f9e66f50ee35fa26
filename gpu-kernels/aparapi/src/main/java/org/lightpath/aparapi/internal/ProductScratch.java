package org.lightpath.aparapi.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** What a product keeps between its passes. */
final class ProductScratch {
  private final Reals left;
  private final Reals right;
  private final double[] squares;

  ProductScratch(Reals left, Reals right, double[] squares) {
    this.left = left;
    this.right = right;
    this.squares = squares;
  }

  /** A on light. */
  Reals left() {
    return left;
  }

  /** B on light, (matrix, k, j). */
  Reals right() {
    return right;
  }

  /** Shot variance and leakage of each stream and window. */
  double[] squares() {
    return squares;
  }

  static ProductScratch of(MatmulPlan plan) {
    MatmulShape shape = plan.shape();
    Precision precision = plan.precision();
    long streams =
        (long) shape.batch() * shape.rows() + shape.right().batch() * (long) shape.columns();
    long numbers = ProductTables.takesSquares(plan) ? 2 * streams * plan.windows() : 1;
    return new ProductScratch(
        Reals.allocate(precision, shape.left().elements()),
        Reals.allocate(precision, shape.right().elements()),
        new double[Math.toIntExact(numbers)]);
  }

  long bytes() {
    return left.bytes() + right.bytes() + 8L * squares.length;
  }
}
