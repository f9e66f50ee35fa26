package org.lightpath.cloud.fidelity;

import java.util.List;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.StreamPair;

/**
 * What two links do to the product of their streams, in the parameters of the behavioural level: y
 * = g Σ_kl c_l x_k w_{k+l} + noise, x and w with noise of each symbol.
 *
 * @param gain g, which pilots tell and the digital side takes off
 * @param memory c_l = M_l/M₀ for l = −n … n: how much of x_k meets the other stream's neighbour
 *     w_{k+l}; empty if that is below {@value #FAINT} of the product's power
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
    List<Double> memory,
    Stream left,
    Stream right,
    double beatVariance,
    double phaseDeviation,
    double phaseSymbols,
    int training) {
  /**
   * Share Σ c_l² of the product's power, l ≠ 0, from which memory is put on operands (assumed): −50
   * dB, the error of 8.3 bits, which costs a pass over the operand. What is fainter counts as
   * noise.
   */
  static final double FAINT = 1e-5;

  /** No effect at all. */
  public static final LinkEffects NONE =
      new LinkEffects(1, List.of(), Stream.NONE, Stream.NONE, 0, 0, 1, 0);

  /**
   * Of one stream, in units of its full scale.
   *
   * @param additive σ_a of the in-phase noise of a symbol
   * @param relative σ_r of that part that grows with the symbol, n σ_r x: Kerr effect, unequal
   *     pulses, memory beyond what is held
   * @param quadrature σ_q, noise in quadrature, for information
   */
  public record Stream(double additive, double relative, double quadrature) {
    /** None. */
    public static final Stream NONE = new Stream(0, 0, 0);

    private FieldModulator on(FieldModulator modulator) {
      return new FieldModulator(
          modulator.driver(),
          modulator.extinctionRatio(),
          0,
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
    memory = List.copyOf(memory);
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

  /**
   * The core with these links in front of it: noise of its streams and phase noise between them.
   * The modulators' memory is in the links' memory; the right converter is in front of that.
   */
  private HomodyneCore on(HomodyneCore core) {
    StreamPair streams =
        new StreamPair(left.on(core.streams().left()), right.on(rightModulator(core)), 0);
    PhaseNoise.Correlation correlation =
        phaseSymbols > core.circuit().integrationLength() / 2.0
            ? PhaseNoise.Correlation.READOUT
            : PhaseNoise.Correlation.SYMBOL;
    return core.withStreams(streams).withPhase(new PhaseNoise(phaseDeviation, correlation));
  }

  private FieldModulator rightModulator(HomodyneCore core) {
    FieldModulator modulator = core.streams().right();
    return memory.isEmpty() ? modulator : modulator.withDriver(Driver.EXACT);
  }

  /** Settings of the behavioural level: the core with links, and what the digital side does. */
  public CoreSettings on(CoreSettings settings) {
    if (!(settings.core() instanceof HomodyneCore core)) {
      throw new IllegalArgumentException(
          "link effects are fitted for a homodyne core, not for a " + settings.core().name());
    }
    LevelTable levels =
        memory.isEmpty() ? LevelTable.exact() : core.streams().right().driver().field();
    // The gain of the links is taken off the waveforms' results: nothing is left of it here.
    return settings.withCore(on(core)).withJoint(new JointEffects(1, beatVariance, memory, levels));
  }
}
