package org.lightpath.cli.bench;

import org.lightpath.core.engine.ProgramCost;

/**
 * What split steps cost on the host at least, however they are written.
 *
 * <p>A step of a mode of N samples: 2·5·N·log₂N flops for the two transforms, 6N for H, 20N for the
 * rotation (|A|², reduction, sine and cosine, product); 4 T for the field (T = one read or write of
 * it) and 1 T for H, which each field of the batch reads anew.
 */
final class HostCost {
  private static final double POINTWISE_FLOPS = 26;
  private static final double FIELD_PASSES = 4;

  private HostCost() {}

  /** Cost of a number of steps of a whole batch. */
  static ProgramCost of(FiberWork work, int steps) {
    double n = work.shape().samples();
    double batch = work.shape().batch();
    double modes = steps * batch * work.shape().modes();
    double once = work.modeBytes();
    double flops = 10 * n * Math.log(n) / Math.log(2) + POINTWISE_FLOPS * n;
    return new ProgramCost(0, FIELD_PASSES * modes * once, steps * batch * once, 0, modes * flops);
  }

  /** Bytes that threads go through together at a time: a field and H each [B]. */
  static long workingSet(FiberWork work, int threads) {
    long fields = Math.min(work.shape().batch(), threads);
    return fields * (work.shape().modes() + 1) * work.modeBytes();
  }
}
