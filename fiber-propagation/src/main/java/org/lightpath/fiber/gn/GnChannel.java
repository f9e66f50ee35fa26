package org.lightpath.fiber.gn;

import java.util.ArrayList;
import java.util.List;

/**
 * One channel of the comb, with a rectangular power spectral density P/R over the symbol rate: the
 * model's picture of a Nyquist-shaped channel, whatever its small roll-off.
 *
 * @param frequency [Hz] of its centre relative to the carrier
 * @param symbolRate R [Bd]
 * @param power P [W] at the input of the first span, both polarisations
 */
public record GnChannel(double frequency, double symbolRate, double power) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if symbol rate or power is not positive
   */
  public GnChannel {
    if (!Double.isFinite(frequency) || !(symbolRate > 0) || !(power > 0)) {
      throw new IllegalArgumentException(
          "GN channel at %s Hz, %s Bd, %s W: expected a finite frequency, positive rate and power"
              .formatted(frequency, symbolRate, power));
    }
  }

  /** Power spectral density P/R [W/Hz] within the channel. */
  double density() {
    return power / symbolRate;
  }

  /** n equal channels spaced by Δf around the carrier. */
  public static List<GnChannel> comb(
      int channels, double spacing, double symbolRate, double power) {
    List<GnChannel> comb = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      comb.add(new GnChannel((c - (channels - 1) / 2.0) * spacing, symbolRate, power));
    }
    return comb;
  }
}
