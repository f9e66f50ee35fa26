package org.lightpath.cloud.graph;

import java.util.Collection;
import java.util.Map;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;

/** Runs a plan, on buffers of its own; for one thread at a time. */
public final class ModelSession {
  /** Told of every product right after it was multiplied. */
  @FunctionalInterface
  public interface ProductListener {
    /**
     * A product was multiplied.
     *
     * @param product operands and result, valid during the call only
     * @param sample number of the run
     */
    void multiplied(Product product, int sample);
  }

  /** Allocates the buffers of a plan. */
  public ModelSession(ModelPlan plan) {
    this(plan, java.util.List.of());
  }

  /**
   * Allocates the buffers of a plan and keeps values within the model for the caller.
   *
   * @param plan what to run
   * @param taps names of values within the graph that {@link #run} returns with the outputs
   * @throws IllegalArgumentException if the graph has no such value
   */
  public ModelSession(ModelPlan plan, Collection<String> taps) {
    throw new UnsupportedOperationException();
  }

  /** Tells a listener of every product from now on; replaces the one before. */
  public void listen(ProductListener listener) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs the model.
   *
   * @param inputs by name, of the planned shapes
   * @param multiplier computes the products
   * @param sample number of the run, for the noise of the multiplier
   * @return outputs and taps by name, copies
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs, Multiplier multiplier, int sample) {
    throw new UnsupportedOperationException();
  }
}
