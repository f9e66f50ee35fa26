package org.lightpath.datasets.network;

import java.util.Objects;

/**
 * A kind of amplifier of a GNPy equipment library. All values in decibels, as in the file.
 *
 * <p>Noise figures are those of beat noise alone: GNPy's density is F G hν/2 in each polarisation,
 * without the one half photon that measured noise figures count.
 */
public sealed interface GnpyAmplifier {
  /**
   * Noise figure [dB] at a gain.
   *
   * @param gain [dB]
   */
  double noiseFigure(double gain);

  /**
   * Range of gains.
   *
   * @param least [dB]; below it, the input is attenuated
   * @param flat largest gain [dB] without tilt
   */
  record GainRange(double least, double flat) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the range is empty
     */
    public GainRange {
      if (!(least <= flat)) {
        throw new IllegalArgumentException(
            "gain_min is %s dB, gain_flatmax is %s dB; expected the first not above the second"
                .formatted(least, flat));
      }
    }

    /** By how much [dB] the input is attenuated at a gain. */
    double padding(double gain) {
      return Math.max(0, least - gain);
    }
  }

  /**
   * The same noise figure at every gain ({@code fixed_gain}).
   *
   * @param range of gains
   * @param figure nf0 [dB]
   */
  record FixedFigure(GainRange range, double figure) implements GnpyAmplifier {
    @Override
    public double noiseFigure(double gain) {
      return figure + range.padding(gain);
    }
  }

  /**
   * Two coils with an attenuator between them that sets the gain ({@code variable_gain}): F = F₁ +
   * F₂/g, g being the gain of the first coil less the attenuator, G − ΔP − (G_flat − G) in
   * decibels.
   *
   * @param range of gains
   * @param first F₁ [dB]
   * @param second F₂ [dB]
   * @param powerDifference ΔP [dB] between the coils
   */
  record TwoCoils(GainRange range, double first, double second, double powerDifference)
      implements GnpyAmplifier {
    /** ΔP [dB] unless the coils' noise figures demand another. */
    private static final double USUAL_DIFFERENCE = 5;

    /** Least and greatest excess [dB] of the second coil's noise figure over the first one's. */
    private static final double LEAST_EXCESS = 0.3;

    private static final double GREATEST_EXCESS = 2;

    /**
     * The coils that give two noise figures: F(G_flat) = F_min and F(G_min) = F_max, with ΔP = 5
     * dB. If the second coil's noise figure then does not lie 0.3 to 2 dB above the first one's it
     * is moved there, and ΔP is what F_min then demands; F_max is met approximately only.
     *
     * @param range of gains
     * @param least nf_min [dB], at the greatest gain
     * @param greatest nf_max [dB], at the least gain
     * @throws IllegalArgumentException if no two coils give these
     */
    static TwoCoils fitted(GainRange range, double least, double greatest) {
      double spread = range.flat() - range.least();
      double atFlat = range.flat() - USUAL_DIFFERENCE;
      double atLeast = range.least() - spread - USUAL_DIFFERENCE;
      double second =
          decibels((ratio(greatest) - ratio(least)) / (1 / ratio(atLeast) - 1 / ratio(atFlat)));
      double first = decibels(ratio(least) - ratio(second) / ratio(atFlat));
      if (!Double.isFinite(first) || !Double.isFinite(second)) {
        throw new IllegalArgumentException(
            "nf_min %s dB and nf_max %s dB over gains of %s to %s dB fit no amplifier of two coils; expected nf_min below nf_max and gain_min below gain_flatmax"
                .formatted(least, greatest, range.least(), range.flat()));
      }
      double excess = second - first;
      if (excess > LEAST_EXCESS && excess < GREATEST_EXCESS) {
        return new TwoCoils(range, first, second, USUAL_DIFFERENCE);
      }
      double moved = first + Math.clamp(excess, LEAST_EXCESS, GREATEST_EXCESS);
      double gain = decibels(ratio(moved) / (ratio(least) - ratio(first)));
      return new TwoCoils(range, first, moved, range.flat() - gain);
    }

    @Override
    public double noiseFigure(double gain) {
      double padding = range.padding(gain);
      double inside = gain + padding;
      double unused = Math.max(0, range.flat() - inside);
      double coil = inside - powerDifference - unused;
      return decibels(ratio(first) + ratio(second) / ratio(coil)) + padding;
    }

    private static double ratio(double decibels) {
      return Math.pow(10, decibels / 10);
    }

    private static double decibels(double ratio) {
      return 10 * Math.log10(ratio);
    }
  }

  /**
   * A model that is not read; asking it for noise is refused.
   *
   * @param variety type variety
   * @param model type_def of the file
   */
  record Unsupported(String variety, String model) implements GnpyAmplifier {
    /** Checks that nothing is missing. */
    public Unsupported {
      Objects.requireNonNull(variety);
      Objects.requireNonNull(model);
    }

    @Override
    public double noiseFigure(double gain) {
      throw new UnsupportedOperationException(
          "amplifier type '%s' is of GNPy's model '%s', which is not supported; use one of variable_gain or fixed_gain"
              .formatted(variety, model));
    }
  }
}
