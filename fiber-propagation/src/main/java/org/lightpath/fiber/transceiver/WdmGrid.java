package org.lightpath.fiber.transceiver;

import java.util.List;

/**
 * Comb of equally spaced channels centred on the carrier: channel c sits at (c − (n − 1)/2)·Δf.
 * With an even number of channels the carrier lies between two of them.
 *
 * @param carrier optical frequency [Hz] of the field's frequency zero
 * @param channels n
 * @param spacing Δf [Hz]; of no effect for one channel
 * @param symbolRate R [Bd]
 * @param powerRatios launch power of each channel relative to the common launch power, linear;
 *     empty for all equal
 */
public record WdmGrid(
    double carrier, int channels, double spacing, double symbolRate, List<Double> powerRatios) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is not positive or the ratios are not n
   */
  public WdmGrid {
    requirePositive("carrier frequency [Hz]", carrier);
    requirePositive("symbol rate [Bd]", symbolRate);
    if (channels < 1) {
      throw new IllegalArgumentException(
          "WDM grid: %d channels, expected at least 1".formatted(channels));
    }
    if (channels > 1) {
      requirePositive("channel spacing [Hz]", spacing);
    }
    powerRatios = List.copyOf(powerRatios);
    if (!powerRatios.isEmpty() && powerRatios.size() != channels) {
      throw new IllegalArgumentException(
          "WDM grid: %d power offsets for %d channels, expected one for each or none"
              .formatted(powerRatios.size(), channels));
    }
    powerRatios.forEach(ratio -> requirePositive("power ratio of a channel", ratio));
  }

  /** A comb of channels of equal power. */
  public static WdmGrid uniform(double carrier, int channels, double spacing, double symbolRate) {
    return new WdmGrid(carrier, channels, spacing, symbolRate, List.of());
  }

  /** Nominal frequency of a channel relative to the carrier [Hz]. */
  public double offset(int channel) {
    requireChannel(channel);
    return channels == 1 ? 0 : (channel - (channels - 1) / 2.0) * spacing;
  }

  /** Nominal optical frequency of a channel [Hz]. */
  public double frequency(int channel) {
    return carrier + offset(channel);
  }

  /** Launch power of a channel relative to the common launch power, linear. */
  public double powerRatio(int channel) {
    requireChannel(channel);
    return powerRatios.isEmpty() ? 1 : powerRatios.get(channel);
  }

  /** The channel at the carrier, or the upper one of the two beside it. */
  public int centreChannel() {
    return channels / 2;
  }

  private void requireChannel(int channel) {
    if (channel < 0 || channel >= channels) {
      throw new IllegalArgumentException(
          "channel %d: expected 0 to %d".formatted(channel, channels - 1));
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "WDM grid: %s is %s, expected a positive number".formatted(what, value));
    }
  }
}
