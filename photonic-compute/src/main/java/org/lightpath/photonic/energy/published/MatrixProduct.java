package org.lightpath.photonic.energy.published;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * A batch of products [rows, inner] × [inner, columns].
 *
 * @param name of the product
 * @param batch independent products, the heads of attention
 * @param shape of one
 * @param kind where the operands come from
 */
public record MatrixProduct(String name, int batch, Shape shape, Kind kind) {
  /**
   * Shape of a product.
   *
   * @param rows of the first operand
   * @param inner length of the sums
   * @param columns of the second operand
   */
  public record Shape(int rows, int inner, int columns) {
    /** Checks the numbers. */
    public Shape {
      Require.count("rows", rows);
      Require.count("inner length", inner);
      Require.count("columns", columns);
    }

    /** The product of the transposed operands in the other order. */
    public Shape transposed() {
      return new Shape(columns, inner, rows);
    }
  }

  /** Where the operands come from. */
  public enum Kind {
    /** The first operand is weights, read from the main memory. */
    WEIGHTS,
    /** Both are activations, kept on the chip. */
    ACTIVATIONS,
    /** As before, and the first operand is not negative: attention after the softmax. */
    POSITIVE_ACTIVATIONS
  }

  /** Checks the numbers. */
  public MatrixProduct {
    Objects.requireNonNull(name);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(kind);
    Require.count("batch", batch);
  }

  /** Whether the first operand is read from the main memory. */
  public boolean weights() {
    return kind == Kind.WEIGHTS;
  }

  /** Multiply–accumulates. */
  public double macs() {
    return (double) batch * shape.rows * shape.inner * shape.columns;
  }
}
