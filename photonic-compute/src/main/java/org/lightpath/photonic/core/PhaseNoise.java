package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.Require;

/**
 * Residual phase noise between both operands, N(0, σ²).
 *
 * @param deviation σ [rad]
 * @param correlation over what it is constant
 */
public record PhaseNoise(double deviation, Correlation correlation) {
  /** None. */
  public static final PhaseNoise NONE = new PhaseNoise(0, Correlation.SYMBOL);

  /** Over what a phase error is constant. */
  public enum Correlation {
    /** Fresh for each symbol of the left operand, shared by all outputs of its row. */
    SYMBOL,
    /**
     * Constant over a readout (a loop slower than the readout): mean e^(−σ²/2) y, variance ½(1 −
     * e^(−σ²))² y², moment-matched for each output.
     */
    READOUT,
    /**
     * Fresh for each multiplication (i,j,k), as Lightening-Transformer's model has it: mean
     * e^(−σ²/2) y, variance ½(1 − e^(−σ²))² Σ x²w², moment-matched; the exact distribution, slowly,
     * is in {@link PerMultiplyMonteCarlo}.
     */
    USE
  }

  /**
   * Checks the deviation.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public PhaseNoise {
    Objects.requireNonNull(correlation);
    Require.notNegative("phase noise", deviation, "rad");
  }

  /**
   * What a loop leaves of the phase noise of lasers: σ² = 2π Δν τ.
   *
   * @param linewidth Δν, sum of the linewidths of both lasers, or of one whose light arrives with
   *     delay τ [Hz]
   * @param loopTime τ, loop time or differential delay [s]
   */
  public static PhaseNoise residual(double linewidth, double loopTime, Correlation correlation) {
    return new PhaseNoise(Math.sqrt(Laser.phaseVariance(linewidth, loopTime)), correlation);
  }

  /**
   * What a loop leaves between the light of two lasers, whose linewidths add.
   *
   * @param loopTime τ of the carrier recovery [s]
   */
  public static PhaseNoise between(
      Laser left, Laser right, double loopTime, Correlation correlation) {
    return residual(left.light().linewidth() + right.light().linewidth(), loopTime, correlation);
  }

  /** E cos = e^(−σ²/2). */
  public double meanCosine() {
    return Math.exp(-deviation * deviation / 2);
  }

  /** Variance of cos: ½ (1 − e^(−σ²))². */
  public double cosineVariance() {
    double lost = -Math.expm1(-deviation * deviation);
    return lost * lost / 2;
  }
}
