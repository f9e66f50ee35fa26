package org.lightpath.cli.bench;

import org.lightpath.core.engine.ProgramCost;

/**
 * What a product costs on the host at least, however it is written: 2·M·N·K flops for each product,
 * A, B and C through memory once. Encoding, norms and random numbers are not counted: they are of
 * the order of M·K + K·N + M·N.
 */
final class ProductCost {
  private ProductCost() {}

  /** Cost of one run. */
  static ProgramCost of(ProductCase c, ProductEffect effect) {
    return new ProgramCost(0, bytes(c), 0, 0, c.flops() * effect.products());
  }

  /** Bytes of A, B and C [B]. */
  static long bytes(ProductCase c) {
    return c.elements() * c.precision().realBytes();
  }
}
