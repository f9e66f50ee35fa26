package org.lightpath.cli.bench;

import java.util.EnumMap;
import java.util.Map;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * The first rows of the products of a case in double precision, with the same draws.
 *
 * <p>The draw of a readout is that of ((window · batch + b) M + i) N + j: as long as there is one
 * window, the first rows of the first product are the same whatever M and the batch are. With more
 * windows, those who are judged run the case of these rows alone.
 */
final class ProductReference implements AutoCloseable {
  /** Terms that the scalar reference adds up in about a second. */
  private static final double MOST_TERMS = 5e7;

  private final ProductCase rows;
  private final ProductContender.Operands wide;
  private final Map<ProductEffect, RealMatrix> known = new EnumMap<>(ProductEffect.class);

  /** For the operands of a case. */
  ProductReference(ProductCase c, ProductContender.Operands operands) {
    int count = (int) Math.clamp(MOST_TERMS / ((double) c.columns() * c.inner()), 1, c.rows());
    this.rows = c.firstRows(count);
    this.wide =
        new ProductContender.Operands(
            first(operands.left(), rows.shape().left(), Precision.DOUBLE),
            first(operands.right(), rows.shape().right(), Precision.DOUBLE));
  }

  /** The case of the rows that are compared. */
  ProductCase rows() {
    return rows;
  }

  /** Operands of these rows in the precision of the case. */
  ProductContender.Operands operands() {
    return new ProductContender.Operands(
        first(wide.left(), wide.left().shape(), rows.precision()),
        first(wide.right(), wide.right().shape(), rows.precision()));
  }

  /** What must be run to be compared: the case itself, or that of the rows alone. */
  ProductCase comparable(ProductCase c, ProductEffect effect) {
    return effect.plan(c).windows() > 1 ? rows : c;
  }

  /** Relative distance of the rows of a result. */
  double error(ProductEffect effect, RealMatrix result) {
    try (RealMatrix observed = first(result, rows.shape().result(), Precision.DOUBLE)) {
      return observed.relativeError(known.computeIfAbsent(effect, this::expected));
    }
  }

  private RealMatrix expected(ProductEffect effect) {
    ProductCase c = new ProductCase(1, rows.rows(), rows.columns(), rows.inner(), Precision.DOUBLE);
    RealMatrix result = RealMatrix.allocate(c.shape().result(), Precision.DOUBLE);
    try (PreparedProgram program =
        new PreparedProgram(new ReferenceEngine(), effect.plan(c), wide)) {
      program.run();
      program.store(result);
    }
    return result;
  }

  /** The first rows of the first matrix. */
  private static RealMatrix first(RealMatrix source, MatrixShape shape, Precision precision) {
    RealMatrix target = RealMatrix.allocate(shape, precision);
    for (long i = 0; i < shape.elements(); i++) {
      target.setReal(i, source.real(i));
    }
    return target;
  }

  @Override
  public void close() {
    wide.close();
    known.values().forEach(RealMatrix::close);
  }
}
