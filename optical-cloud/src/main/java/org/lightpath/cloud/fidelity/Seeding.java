package org.lightpath.cloud.fidelity;

import org.lightpath.core.random.Philox;
import org.lightpath.photonic.core.CoreSeeds;

/**
 * Seeds of a system: draws are keyed by (seed, site, element, sample), so that they do not depend
 * on the order of products, batches or threads.
 *
 * @param chip names the chip: the same for all products
 * @param noise of modulators, network and receivers
 */
public record Seeding(long chip, long noise) {
  /** Chip 1, noise 1. */
  public static final Seeding DEFAULT = new Seeding(1, 1);

  /** Stream of seeds of sites; cores use small numbers, links 0x0100_0000 and more. */
  private static final int SITES = 0x5349_5445;

  /** Seeds of a product's site, independent between sites. */
  public CoreSeeds of(int site) {
    return new CoreSeeds(chip, derived(noise, SITES, site));
  }

  /** A seed that is independent of others: 64 bits of (seed, stream, index). */
  static long derived(long seed, int stream, long index) {
    int[] words = new int[4];
    Philox.words(seed, stream, 0, index, words);
    return ((long) words[0] << 32) | (words[1] & 0xFFFF_FFFFL);
  }
}
