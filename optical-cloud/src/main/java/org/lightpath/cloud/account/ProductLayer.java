package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.device.Require;

/**
 * A matrix product C[M,N] = A[M,K] B[K,N] of one inference, batched.
 *
 * @param site where in the model
 * @param shape extents of one inference and one repetition
 * @param weights which operand is constant
 * @param placement who multiplies
 * @param repetitions in one inference
 */
public record ProductLayer(
    Product.Site site, MatmulShape shape, Weights weights, Placement placement, int repetitions)
    implements Layer {
  /** Which operand holds weights. */
  public enum Weights {
    /** A, as a convolution is lowered. */
    LEFT,
    /** B, as Gemm and most MatMul nodes have it. */
    RIGHT,
    /** Neither: both are activations, as in attention. */
    NONE
  }

  /** Who multiplies. */
  public enum Placement {
    /** The optical core. */
    OPTICAL,
    /** The digital processor. */
    DIGITAL
  }

  /** Checks the numbers. */
  public ProductLayer {
    Objects.requireNonNull(site);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(weights);
    Objects.requireNonNull(placement);
    Require.count("repetitions of node " + site.node(), repetitions);
  }

  /** A product as a model asked for it; its weights are the constant operand. */
  public static ProductLayer of(Product product, Placement placement, int repetitions) {
    Weights weights = Weights.NONE;
    if (product.right().constant()) {
      weights = Weights.RIGHT;
    } else if (product.left().constant()) {
      weights = Weights.LEFT;
    }
    return new ProductLayer(product.site(), product.shape(), weights, placement, repetitions);
  }

  @Override
  public String node() {
    return site.node();
  }

  @Override
  public String operator() {
    return site.operator();
  }

  @Override
  public long macs() {
    return Math.multiplyExact(shape.macs(), repetitions);
  }

  /** Weights that one repetition reads, 0 where both operands are activations. */
  public long weightValues() {
    return switch (weights) {
      case LEFT -> shape.left().elements();
      case RIGHT -> shape.right().elements();
      case NONE -> 0;
    };
  }

  /** The same product computed by somebody else. */
  public ProductLayer placed(Placement other) {
    return new ProductLayer(site, shape, weights, other, repetitions);
  }
}
