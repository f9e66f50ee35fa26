package org.lightpath.cloud.product;

/**
 * Computes the products of a model: digitally, or as light does it. One multiplier serves one model
 * from one thread; it keeps what it prepared for each site until it is closed.
 */
public interface Multiplier extends AutoCloseable {
  /**
   * Computes one product into its result.
   *
   * @param product what to multiply
   * @param sample number of the run: every number has fresh noise, the same number the same noise
   */
  void multiply(Product product, int sample);

  @Override
  void close();
}
