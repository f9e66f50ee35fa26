package org.lightpath.cloud.product;

import java.util.Objects;
import org.lightpath.core.plan.MatmulShape;

/**
 * A matrix product C = A·B that a node of a model asks for, lowered from MatMul, Gemm, Conv,
 * ConvTranspose or attention.
 *
 * @param site where in the model; the same for every run of the node
 * @param shape extents; may differ from run to run with the batch
 * @param left A
 * @param right B
 * @param result C, overwritten, in the layout (batch, M, N)
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Product(Site site, MatmulShape shape, Operand left, Operand right, float[] result) {
  /**
   * A place in a model that multiplies.
   *
   * @param index number of the product in the order of execution of the whole model, from 0: keys
   *     the noise
   * @param node name of the node
   * @param operator its type, "Conv" for instance
   */
  public record Site(int index, String node, String operator) {
    /** Checks that nothing is missing. */
    public Site {
      Objects.requireNonNull(node);
      Objects.requireNonNull(operator);
    }
  }

  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if an array does not have the size its shape says
   */
  public Product {
    Objects.requireNonNull(site);
    require(site, "left operand", left.values(), shape.left().elements());
    require(site, "right operand", right.values(), shape.right().elements());
    require(site, "result", result, shape.result().elements());
  }

  private static void require(Site site, String what, float[] values, long expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "node %s: %s holds %d numbers, expected %d"
              .formatted(site.node(), what, values.length, expected));
    }
  }
}
