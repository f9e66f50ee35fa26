package org.lightpath.fiber.transceiver;

/**
 * Spectral shape of one symbol. The receiver's matched filter is the same shape, so that both
 * together meet Nyquist's criterion.
 *
 * <p>The exact shapes are applied bin by bin over the periodic window; nothing is truncated.
 */
public sealed interface PulseShape {
  /** Full width of the occupied band in units of the symbol rate: 1 + ρ. */
  double occupiedBandwidth();

  /**
   * Root-raised cosine: |P(f)|² is 1 up to (1 − ρ)R/2, cos²(π(|f|/R − (1 − ρ)/2)/(2ρ)) up to (1 +
   * ρ)R/2, then 0 (Proakis, "Digital Communications", 4th ed., §9.2.1).
   *
   * @param rollOff ρ in (0, 1]
   */
  record RootRaisedCosine(double rollOff) implements PulseShape {
    /**
     * Checks the roll-off.
     *
     * @throws IllegalArgumentException if ρ is outside (0, 1]
     */
    public RootRaisedCosine {
      requireRollOff(rollOff);
    }

    @Override
    public double occupiedBandwidth() {
      return 1 + rollOff;
    }
  }

  /** Rectangular spectrum of width R: the limit ρ → 0 of the root-raised cosine. */
  record Sinc() implements PulseShape {
    @Override
    public double occupiedBandwidth() {
      return 1;
    }
  }

  /**
   * Root-raised cosine cut to a finite impulse response, as published tutorials use it. It leaves
   * inter-symbol interference and leaks into the neighbours; choose {@link RootRaisedCosine} unless
   * such a result is to be reproduced.
   *
   * <p>Taps h((i − (K − 1)/2) dt), i &lt; K, at the sample spacing dt of the field, unit energy,
   * zero delay.
   *
   * @param rollOff ρ in (0, 1]
   * @param taps K, at least 2
   */
  record TruncatedRootRaisedCosine(double rollOff, int taps) implements PulseShape {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if ρ is outside (0, 1] or K is below 2
     */
    public TruncatedRootRaisedCosine {
      requireRollOff(rollOff);
      if (taps < 2) {
        throw new IllegalArgumentException(
            "truncated root-raised cosine: %d taps, expected at least 2".formatted(taps));
      }
    }

    @Override
    public double occupiedBandwidth() {
      return 1 + rollOff;
    }
  }

  private static void requireRollOff(double rollOff) {
    if (!(rollOff > 0 && rollOff <= 1)) {
      throw new IllegalArgumentException(
          "root-raised cosine: roll-off is %s, expected a number in (0, 1]; use the sinc for 0"
              .formatted(rollOff));
    }
  }
}
