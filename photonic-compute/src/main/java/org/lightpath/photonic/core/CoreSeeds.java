package org.lightpath.photonic.core;

/**
 * Seeds of a core.
 *
 * @param chip names the chip: the same number is the same chip for every design and product
 * @param noise of operand and receiver noise; draws differ by the sample number of a run
 */
public record CoreSeeds(long chip, long noise) {
  /** Chip 1, noise 1. */
  public static final CoreSeeds DEFAULT = new CoreSeeds(1, 1);
}
