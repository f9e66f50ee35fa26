package org.lightpath.cloud.graph.operator;

import org.lightpath.cloud.graph.Tensor;

/** What a kernel works on during a run. */
public interface Frame {
  /** An input that is given. */
  Tensor input(int index);

  /** An output that is asked for. */
  Tensor output(int index);

  /** Memory of the size that the kernel asked for. */
  float[] scratch(int index);

  /**
   * Computes a product.
   *
   * @param product index among those that the node asked for
   * @param left A
   * @param right B
   * @param result C, overwritten
   */
  void multiply(int product, float[] left, float[] right, float[] result);
}
