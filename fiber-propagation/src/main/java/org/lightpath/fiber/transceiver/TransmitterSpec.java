package org.lightpath.fiber.transceiver;

import java.util.Locale;
import java.util.Objects;
import org.lightpath.core.fft.SmoothLength;
import org.lightpath.fiber.TimeGrid;

/**
 * A WDM transmitter and the window in which it sends.
 *
 * <p>The window holds S symbols of every channel, T = S/R, and N samples; N/S need not be a whole
 * number. Symbol m is centred at sample m·N/S. Frequencies live on the bins of the window, 1/T
 * apart: a channel's centre is its nominal frequency rounded to the nearest bin, exact when Δf·T is
 * a whole (for even n: even) number.
 *
 * @param grid channels
 * @param waveform of each channel
 * @param symbols S = 2^a 3^b 5^c 7^d
 * @param samples N = 2^a 3^b 5^c 7^d
 */
public record TransmitterSpec(WdmGrid grid, Waveform waveform, int symbols, int samples) {
  /**
   * Checks that the window can hold the comb.
   *
   * @throws IllegalArgumentException if S or N is not smooth, or a channel does not fit into the
   *     simulated bandwidth N/T
   */
  public TransmitterSpec {
    Objects.requireNonNull(grid);
    Objects.requireNonNull(waveform);
    requireSmooth("symbols", symbols);
    requireSmooth("samples", samples);
    double halfBand = waveform.pulse().occupiedBandwidth() * grid.symbolRate() / 2;
    double outermost =
        Math.abs(grid.offset(grid.channels() - 1))
            + Math.abs(waveform.laser().frequencyOffset())
            + halfBand;
    double limit = samples * grid.symbolRate() / symbols / 2;
    if (outermost >= limit) {
      int needed =
          SmoothLength.ceil((int) Math.ceil(2 * outermost * symbols / grid.symbolRate()) + 1);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the comb reaches ±%.6g Hz but %d samples for %d symbols at %.6g Bd simulate only"
                  + " ±%.6g Hz; use at least %d samples",
              outermost,
              samples,
              symbols,
              grid.symbolRate(),
              limit,
              needed));
    }
  }

  /** Time window and frequency bins of the field. */
  public TimeGrid timeGrid() {
    return TimeGrid.overWindow(samples, symbols / grid.symbolRate());
  }

  /** Distance 1/T = R/S [Hz] of two bins. */
  public double binSpacing() {
    return grid.symbolRate() / symbols;
  }

  /** Bin of a channel's centre, counted from the carrier, negative below it. */
  public int centreBin(int channel) {
    return (int) Math.round(grid.offset(channel) / binSpacing());
  }

  /** Optical frequency [Hz] at which a channel is really sent, laser offset left aside. */
  public double frequency(int channel) {
    return grid.carrier() + centreBin(channel) * binSpacing();
  }

  /** Largest distance [Hz] of a channel's centre from its nominal place, from rounding to bins. */
  public double largestRounding() {
    double largest = 0;
    for (int channel = 0; channel < grid.channels(); channel++) {
      double placed = centreBin(channel) * binSpacing();
      largest = Math.max(largest, Math.abs(placed - grid.offset(channel)));
    }
    return largest;
  }

  private static void requireSmooth(String what, int length) {
    if (!SmoothLength.isSmooth(length)) {
      throw new IllegalArgumentException(
          "%s: %d, expected 2^a·3^b·5^c·7^d; the nearest are %d and %d"
              .formatted(what, length, SmoothLength.floor(length), SmoothLength.ceil(length)));
    }
  }
}
