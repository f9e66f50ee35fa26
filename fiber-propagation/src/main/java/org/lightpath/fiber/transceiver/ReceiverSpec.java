package org.lightpath.fiber.transceiver;

import java.util.Objects;

/**
 * Signal processing of the receiver after dispersion compensation and matched filter.
 *
 * @param carrier how the phase is found
 * @param frequencyRecovery whether a frequency offset of up to half the symbol rate is searched
 *     for, data-aided: the largest line in the spectrum of y x*, to the nearest bin
 * @param polarisationAlignment whether the two polarisations are mixed by the 2×2 matrix that fits
 *     the known symbols best in the least-squares sense (data-aided): undoes a constant rotation
 * @param capture what is kept for plots
 */
public record ReceiverSpec(
    CarrierRecovery carrier,
    boolean frequencyRecovery,
    boolean polarisationAlignment,
    Capture capture) {
  /** Refuses null. */
  public ReceiverSpec {
    Objects.requireNonNull(carrier);
    Objects.requireNonNull(capture);
  }

  /** The constant-phase receiver: no frequency search, no alignment. */
  public static ReceiverSpec constantPhase() {
    return new ReceiverSpec(new CarrierRecovery.ConstantPhase(), false, false, Capture.forPlots());
  }

  /**
   * How much of the signal is kept for plots, per channel and polarisation.
   *
   * @param constellationPoints at most this many, taken evenly over the window
   * @param eyeTraces at most this many traces of two symbols
   * @param eyeSamplesPerSymbol 2^a 3^b 5^c 7^d, at least 2
   */
  public record Capture(int constellationPoints, int eyeTraces, int eyeSamplesPerSymbol) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or the eye has fewer than 2 samples
     *     per symbol
     */
    public Capture {
      if (constellationPoints < 0 || eyeTraces < 0 || eyeSamplesPerSymbol < 2) {
        throw new IllegalArgumentException(
            ("capture of %d points and %d eye traces at %d samples per symbol: expected 0 or more,"
                    + " 0 or more, and at least 2")
                .formatted(constellationPoints, eyeTraces, eyeSamplesPerSymbol));
      }
    }

    /** 2000 points and 100 traces of 16 samples per symbol: enough for a figure of 400 pixels. */
    public static Capture forPlots() {
      return new Capture(2000, 100, 16);
    }

    /** Nothing. */
    public static Capture none() {
      return new Capture(0, 0, 2);
    }
  }
}
