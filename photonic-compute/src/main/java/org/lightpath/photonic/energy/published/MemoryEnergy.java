package org.lightpath.photonic.energy.published;

/**
 * Energy of moving 16 bits at each level of memory [J], and the rates, as entered in the artefact
 * of Lightening-Transformer (default.yaml, SRAM.py; CACTI, and Eyeriss for the network).
 */
final class MemoryEnergy {
  static final double REGISTER = 0.073e-12;
  static final double LOCAL = 0.92e-12;
  static final double GLOBAL = 1.655e-12;
  static final double NETWORK = 2.0e-12;
  static final double MAIN = 62.4e-12;

  /** Local buffer [byte]. */
  static final double LOCAL_BYTES = 4096;

  /** Main memory to chip: 1 TiB/s [bit/s]. */
  static final double MAIN_RATE = 8 * Math.pow(1024, 4);

  /**
   * Global buffer: 64 banks of 64 byte, one access each 0.604347 ns taken as 2^30 a second [bit/s].
   */
  static final double GLOBAL_RATE = 8 * 64 * 64 / 0.604347 * Math.pow(1024, 3);

  /** Clock that loads are counted in [1/s]. */
  static final double CLOCK = 500e6;

  private MemoryEnergy() {}

  /** Time to load so many bits, in whole cycles [s]. */
  static double loadSeconds(double bits, double rate) {
    return Math.ceil(bits / rate * CLOCK) / CLOCK;
  }
}
