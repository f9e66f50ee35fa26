package org.lightpath.cli.bench;

import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;

/** Sums the time that another multiplier takes. */
final class TimedMultiplier implements Multiplier {
  private final Multiplier inner;
  private long nanoseconds;

  /**
   * Measures a multiplier.
   *
   * @param inner computes; closed with this
   */
  TimedMultiplier(Multiplier inner) {
    this.inner = inner;
  }

  @Override
  public void multiply(Product product, int sample) {
    long begin = System.nanoTime();
    inner.multiply(product, sample);
    nanoseconds += System.nanoTime() - begin;
  }

  /** Time of all products so far [s]. */
  double seconds() {
    return nanoseconds * 1e-9;
  }

  @Override
  public void close() {
    inner.close();
  }
}
