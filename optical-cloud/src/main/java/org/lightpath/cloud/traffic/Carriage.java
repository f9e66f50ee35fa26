package org.lightpath.cloud.traffic;

import java.util.OptionalInt;

/**
 * How requests or results of one node travel: one after the other over the node's own wavelengths.
 *
 * @param transmission time [s] for which one occupies the wavelengths
 * @param propagation time [s] that light takes over the path
 * @param capacity largest number waiting for transmission, if bounded; the next one is lost
 */
public record Carriage(double transmission, double propagation, OptionalInt capacity) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Carriage {
    Checks.notNegative("transmission time [s]", transmission);
    Checks.notNegative("propagation delay [s]", propagation);
    if (capacity.isPresent() && capacity.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "capacity of the queue for transmission is %d, expected 0 or more"
              .formatted(capacity.getAsInt()));
    }
  }

  /** Unbounded queue. */
  public Carriage(double transmission, double propagation) {
    this(transmission, propagation, OptionalInt.empty());
  }

  /**
   * Bits at a bit rate.
   *
   * @param bits of one request or result
   * @param bitRate of all its wavelengths together [bit/s]
   * @param propagation delay [s]
   */
  public static Carriage ofBits(double bits, double bitRate, double propagation) {
    Checks.notNegative("bits of a request", bits);
    Checks.positive("bit rate [bit/s]", bitRate);
    return new Carriage(bits / bitRate, propagation);
  }

  /**
   * Analogue symbols side by side on several streams (wavelengths, polarisations):
   * ⌈symbols/streams⌉/rate.
   *
   * @param symbols of one request or result
   * @param symbolRate of a stream [Bd]
   * @param streams ≥ 1
   * @param propagation delay [s]
   */
  public static Carriage ofSymbols(
      long symbols, double symbolRate, int streams, double propagation) {
    Checks.positive("symbol rate [Bd]", symbolRate);
    if (symbols < 0 || streams < 1) {
      throw new IllegalArgumentException(
          "%d symbols on %d streams: expected 0 or more symbols on at least one stream"
              .formatted(symbols, streams));
    }
    return new Carriage(Math.ceilDiv(symbols, streams) / symbolRate, propagation);
  }

  /** The same with a bounded queue for transmission. */
  public Carriage withCapacity(int waiting) {
    return new Carriage(transmission, propagation, OptionalInt.of(waiting));
  }
}
