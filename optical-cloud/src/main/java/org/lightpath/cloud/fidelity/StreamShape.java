package org.lightpath.cloud.fidelity;

import java.util.Objects;

/**
 * Symbols in time.
 *
 * @param symbolRate R [Bd]
 * @param samplesPerSymbol S of the waveform, 4 … 64
 * @param pulse shape of a symbol
 * @param window symbols of one periodic window, guard included; the samples of a window must be 2^a
 *     3^b 5^c 7^d
 * @param guard symbols at each end of a window that repeat the neighbouring windows and are thrown
 *     away
 */
public record StreamShape(
    double symbolRate, int samplesPerSymbol, StreamPulse pulse, int window, int guard) {
  /** Samples for each symbol: the fewest of 8 … 16 (assumed). */
  public static final int SAMPLES = 8;

  /** Symbols of a window: 4,096 samples, the length at which transforms stay in the caches. */
  public static final int WINDOW = 512;

  /** Guard symbols (assumed): 60 km of standard fibre spread 10 GBd by fewer than 5. */
  public static final int GUARD = 16;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public StreamShape {
    Objects.requireNonNull(pulse);
    if (!(symbolRate > 0) || Double.isInfinite(symbolRate)) {
      throw new IllegalArgumentException(
          "stream: symbol rate is %s Bd, expected a positive number".formatted(symbolRate));
    }
    if (samplesPerSymbol < 4 || samplesPerSymbol > 64) {
      throw new IllegalArgumentException(
          "stream: %d samples for each symbol, expected 4 … 64".formatted(samplesPerSymbol));
    }
    if (guard < 2 || window <= 2 * guard) {
      throw new IllegalArgumentException(
          "stream: window of %d symbols with %d guard symbols at each end, expected at least 2 and a window longer than both"
              .formatted(window, guard));
    }
  }

  /** Standard pulses and windows. */
  public static StreamShape of(double symbolRate) {
    return new StreamShape(symbolRate, SAMPLES, StreamPulse.STANDARD, WINDOW, GUARD);
  }

  /** With another pulse. */
  public StreamShape withPulse(StreamPulse other) {
    return new StreamShape(symbolRate, samplesPerSymbol, other, window, guard);
  }

  /** With other samples for each symbol. */
  public StreamShape withSamples(int samples) {
    return new StreamShape(symbolRate, samples, pulse, window, guard);
  }

  /** Symbols of a window that are kept. */
  public int payload() {
    return window - 2 * guard;
  }

  /** Samples of a window. */
  public int samples() {
    return window * samplesPerSymbol;
  }
}
