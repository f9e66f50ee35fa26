package org.lightpath.cloud.network;

import java.util.stream.IntStream;

/**
 * Grid of dense wavelength-division multiplexing (ITU-T G.694.1): channel i lies at f_i = 193.1 THz
 * + (n₀ + i)·Δf.
 *
 * <p>Channels count from 0 at the lowest frequency. The fixed grids of the recommendation have Δf =
 * 12.5, 25, 50 and 100 GHz and multiples of 100 GHz; other multiples of 12.5 GHz are slots of its
 * flexible grid.
 *
 * @param spacing Δf [Hz]
 * @param first n₀, steps of Δf from 193.1 THz to channel 0, may be negative
 * @param channels how many
 */
public record DwdmGrid(double spacing, int first, int channels) {
  /** Frequency that all grids share [Hz]. */
  public static final double ANCHOR = 193.1e12;

  /** Width of which slots of the flexible grid are multiples [Hz]. */
  private static final double SLOT = 12.5e9;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the spacing is no positive multiple of 12.5 GHz, or there
   *     is no channel
   */
  public DwdmGrid {
    if (!(spacing >= SLOT) || spacing % SLOT != 0 || Double.isInfinite(spacing)) {
      throw new IllegalArgumentException(
          "DWDM grid: spacing is %s GHz, expected a multiple of 12.5 GHz, such as 50 or 100 GHz"
              .formatted(spacing / 1e9));
    }
    if (channels < 1) {
      throw new IllegalArgumentException(
          "DWDM grid: %d channels, expected at least 1".formatted(channels));
    }
  }

  /**
   * A grid whose middle lies at 193.1 THz, or half a step below.
   *
   * @param spacing [Hz]
   * @param channels how many
   */
  public static DwdmGrid around(double spacing, int channels) {
    return new DwdmGrid(spacing, -(channels / 2), channels);
  }

  /**
   * Optical frequency [Hz] of a channel.
   *
   * @throws IndexOutOfBoundsException if there is no such channel
   */
  public double frequency(int channel) {
    if (channel < 0 || channel >= channels) {
      throw new IndexOutOfBoundsException(
          "DWDM grid: channel %d, expected 0 to %d".formatted(channel, channels - 1));
    }
    return ANCHOR + ((double) first + channel) * spacing;
  }

  /** Optical frequencies [Hz] of all channels. */
  public double[] frequencies() {
    return IntStream.range(0, channels).mapToDouble(this::frequency).toArray();
  }

  /** Middle of the lowest and the highest channel [Hz]. */
  public double centre() {
    return (frequency(0) + frequency(channels - 1)) / 2;
  }
}
