package org.lightpath.cloud.fidelity;

import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.StreamPair;

/**
 * What two links do to the product of their streams, in the parameters of the behavioural level: y =
 * g Σ_k (h_A ∗ x)_k (h_B ∗ w)_k + noise, x and w with noise of each symbol before their memory h.
 *
 * @param gain g, which pilots tell and the digital side takes off
 * @param left of the stream of A
 * @param right of the stream of B
 * @param beatVariance variance of one term of the sum that neither stream causes alone, by the beat
 *     of both links' noise outside of the pulses, in units of the full scales
 * @param phaseDeviation σ_φ [rad] that carrier recovery leaves between both lasers
 * @param phaseSymbols symbols over which that phase stays
 * @param training symbols of each stream that were sent for the fit
 */
public record LinkEffects(
    double gain,
    Stream left,
    Stream right,
    double beatVariance,
    double phaseDeviation,
    double phaseSymbols,
    int training) {
  /** No effect at all. */
  public static final LinkEffects NONE =
      new LinkEffects(1, Stream.NONE, Stream.NONE, 0, 0, 1, 0);

  /**
   * Of one stream, in units of its full scale.
   *
   * @param additive σ_a of the in-phase noise of a symbol
   * @param relative σ_r of that part that grows with the symbol, n σ_r x: Kerr effect, unequal
   *     pulses, memory that the pole does not hold
   * @param pole ρ of one-symbol memory
   * @param quadrature σ_q, noise in quadrature, for information
   */
  public record Stream(double additive, double relative, double pole, double quadrature) {
    /** None. */
    public static final Stream NONE = new Stream(0, 0, 0, 0);

    private FieldModulator on(FieldModulator modulator) {
      return new FieldModulator(
          modulator.driver(),
          modulator.extinctionRatio(),
          pole,
          Math.hypot(relative, modulator.relativeNoise()),
          Math.hypot(additive, modulator.additiveNoise()));
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not finite or the gain is not positive
   */
  public LinkEffects {
    double sum =
        beatVariance
            + phaseDeviation
            + phaseSymbols
            + left.additive
            + left.relative
            + right.additive
            + right.relative;
    if (!(gain > 0) || !Double.isFinite(gain + sum)) {
      throw new IllegalArgumentException(
          "link effects: gain %s and effects %s, %s, expected finite numbers and a positive gain; is there any signal behind the link?"
              .formatted(gain, left, right));
    }
  }

  /** The core with these links in front of it: noise, memory and phase noise of its streams. */
  public HomodyneCore on(HomodyneCore core) {
    StreamPair streams =
        new StreamPair(left.on(core.streams().left()), right.on(core.streams().right()), 0);
    PhaseNoise.Correlation correlation =
        phaseSymbols > core.circuit().integrationLength() / 2.0
            ? PhaseNoise.Correlation.READOUT
            : PhaseNoise.Correlation.SYMBOL;
    return core.withStreams(streams).withPhase(new PhaseNoise(phaseDeviation, correlation));
  }

  /** Settings of the behavioural level: the core with links, and what the digital side does. */
  public CoreSettings on(CoreSettings settings) {
    if (!(settings.core() instanceof HomodyneCore core)) {
      throw new IllegalArgumentException(
          "link effects are fitted for a homodyne core, not for a " + settings.core().name());
    }
    // Memory lowers the sum of the plan by this; the gain of the links themselves is taken off.
    double poles = (1 - left.pole) * (1 - right.pole) / (1 - left.pole * right.pole);
    return settings.withCore(on(core)).withCorrection(1 / poles, beatVariance);
  }
}
