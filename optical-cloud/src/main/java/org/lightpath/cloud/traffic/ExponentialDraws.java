package org.lightpath.cloud.traffic;

import org.lightpath.core.random.Philox;

/** Exponential numbers of mean 1, one after the other from a counter-based generator. */
final class ExponentialDraws {
  private static final int STREAM = 0x54524146; // "TRAF"

  private final long seed;
  private final int substream;
  private final int[] words = new int[4];
  private long drawn;

  /**
   * A row of draws.
   *
   * @param substream different for every row
   */
  ExponentialDraws(long seed, int substream) {
    this.seed = seed;
    this.substream = substream;
  }

  /** Uniform in (0, 1) with 64 bits, of which a double keeps 53. */
  double uniform() {
    Philox.words(seed, STREAM, substream, drawn++, words);
    double high = words[0] & 0xFFFFFFFFL;
    double low = words[1] & 0xFFFFFFFFL;
    // Rounding may reach 1, whose logarithm is an exponential draw of 0: allowed.
    return (high + (low + 0.5) * 0x1p-32) * 0x1p-32;
  }

  double next() {
    return -Math.log(uniform());
  }
}
