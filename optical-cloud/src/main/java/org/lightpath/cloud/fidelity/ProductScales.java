package org.lightpath.cloud.fidelity;

import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.OperandStatistics;

/**
 * Full scales of one product: one number for an operand, or one for each of its vectors.
 *
 * @param left s_A; 1 where rows have their own
 * @param right s_B; 1 where columns have their own
 * @param rows scale of each (batch, row) of A, or null
 * @param columns scale of each column of B, for each matrix of its own, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ProductScales(
    double left, double right, float @Nullable [] rows, float @Nullable [] columns) {
  /** Scales of a product; constant operands by themselves, others as calibrated or as they are. */
  static ProductScales of(Product product, Scaling scaling, @Nullable SiteScales known) {
    return of(product, scaling, known, null);
  }

  /**
   * Scales of a product.
   *
   * @param known from calibration; null for those of the values at hand
   * @param before scales of an earlier product of the site: constant operands have kept theirs
   */
  static ProductScales of(
      Product product,
      Scaling scaling,
      @Nullable SiteScales known,
      @Nullable ProductScales before) {
    MatmulShape shape = product.shape();
    boolean ownRows = scaling.left() == Scaling.Mode.ROW;
    boolean ownColumns = scaling.right() == Scaling.Mode.ROW;
    ProductScales leftBefore = product.left().constant() ? before : null;
    ProductScales rightBefore = product.right().constant() ? before : null;
    float[] rows = leftBefore == null ? null : leftBefore.rows;
    float[] columns = rightBefore == null ? null : rightBefore.columns;
    if (ownRows && rows == null) {
      rows = FullScales.ofRows(product.left().values(), shape.left());
    }
    if (ownColumns && columns == null) {
      columns = FullScales.ofRight(product.right().values(), shape);
    }
    return new ProductScales(
        ownRows
            ? 1
            : scale(
                product.left(),
                known == null ? 0 : known.leftScale(),
                leftBefore == null ? 0 : leftBefore.left),
        ownColumns
            ? 1
            : scale(
                product.right(),
                known == null ? 0 : known.rightScale(),
                rightBefore == null ? 0 : rightBefore.right),
        rows,
        columns);
  }

  private static double scale(Operand operand, double calibrated, double before) {
    if (calibrated > 0) {
      return calibrated;
    }
    return before > 0 ? before : FullScales.largest(operand.values(), 0, operand.values().length);
  }

  /** Statistics of a product's operands in units of these scales. */
  OperandStatistics statistics(Product product) {
    MatmulShape shape = product.shape();
    double[] a = FullScales.moments(product.left().values(), shape.left(), left, rows, null);
    boolean transposed = shape.transposedRight();
    double[] b =
        FullScales.moments(
            product.right().values(),
            shape.right(),
            right,
            transposed ? columns : null,
            transposed ? null : columns);
    return new OperandStatistics(a[0], b[0], a[1], b[1]);
  }
}
