package org.lightpath.cli.model;

import org.lightpath.cloud.generate.Latents;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;

/**
 * A product of a model, or a tile of it, with standard normal operands: right for time, and for the
 * noise of normal values.
 *
 * @param product whose site is that of the model
 * @param share multiply-accumulates of the tile over those of the whole
 */
public record RandomProduct(Product product, double share) {
  /** Values that repeat, so that operands of any size are drawn in a moment; a prime number. */
  private static final int BLOCK = 1_048_573;

  /**
   * Extents that a tile has at most, all terms K but for these.
   *
   * @param batch products of a batch
   * @param rows M
   * @param columns N
   */
  public record Limit(int batch, int rows, int columns) {
    /** The whole product. */
    public static final Limit NONE =
        new Limit(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * A batch that holds a number of elements of operands and result at most.
     *
     * @param elements of all three; a batch of one may have more
     */
    public static Limit elements(MatmulShape shape, long elements) {
      long one = elementsOf(shape) / shape.batch();
      return new Limit(
          Math.clamp(elements / one, 1, shape.batch()), Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static long elementsOf(MatmulShape shape) {
      return shape.left().elements() + shape.right().elements() + shape.result().elements();
    }

    /** The tile of a product. */
    public PlannedProduct of(PlannedProduct product) {
      return new PlannedProduct(
          product.site(),
          of(product.shape()),
          product.left(),
          product.right(),
          product.leftConstant(),
          product.rightConstant());
    }

    private MatmulShape of(MatmulShape shape) {
      return new MatmulShape(
          Math.min(batch, shape.batch()),
          Math.min(rows, shape.rows()),
          Math.min(columns, shape.columns()),
          shape.inner(),
          shape.sharedRight(),
          shape.transposedRight());
    }
  }

  /**
   * Draws a product.
   *
   * @param planned what a model asks for
   * @param limit of the tile
   * @param seed of both operands
   */
  public static RandomProduct of(PlannedProduct planned, Limit limit, long seed) {
    MatmulShape shape = limit.of(planned.shape());
    Product product =
        new Product(
            planned.site(),
            shape,
            operand(planned.left(), shape.left().elements(), planned.leftConstant(), 2 * seed),
            operand(
                planned.right(), shape.right().elements(), planned.rightConstant(), 2 * seed + 1),
            new float[Math.toIntExact(shape.result().elements())]);
    return new RandomProduct(product, (double) shape.macs() / planned.shape().macs());
  }

  private static Operand operand(String name, long elements, boolean constant, long seed) {
    int length = Math.toIntExact(elements);
    float[] block = Latents.normals(seed, 0, 1, Math.min(length, BLOCK));
    float[] values = block;
    if (length > block.length) {
      values = new float[length];
      for (int start = 0; start < length; start += block.length) {
        System.arraycopy(block, 0, values, start, Math.min(block.length, length - start));
      }
    }
    return new Operand(name, values, constant);
  }
}
