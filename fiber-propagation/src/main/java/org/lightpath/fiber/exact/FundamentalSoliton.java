package org.lightpath.fiber.exact;

import java.util.Objects;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;

/**
 * Fundamental soliton: A(t, z) = √P₁ sech(t/T₀) exp(−jz/(2L_D)), L_D = T₀²/|β₂| (Agrawal, Nonlinear
 * Fiber Optics, section 5.2, conjugated into this project's sign family).
 *
 * @param peakPower P₁ [W], see {@link Soliton#peakPower}
 * @param t0 T₀ [s]
 * @param dispersionLength L_D [m]
 * @param polarisation state of polarisation
 */
public record FundamentalSoliton(
    double peakPower, double t0, double dispersionLength, Polarisation polarisation)
    implements ExactEnvelope {
  /** Checks the parts. */
  public FundamentalSoliton {
    Objects.requireNonNull(polarisation);
  }

  /**
   * The soliton of a fibre, in a state of polarisation.
   *
   * @param t0 T₀ [s]
   * @throws IllegalArgumentException if the fibre has loss, higher-order dispersion, or no soliton
   */
  public static FundamentalSoliton in(
      Fiber fiber, KerrModel model, double t0, Polarisation polarisation) {
    Validity.requireNoLoss("fundamental soliton", fiber);
    Validity.requireSecondOrderOnly("fundamental soliton", fiber);
    return new FundamentalSoliton(
        Soliton.peakPower(fiber, model, t0, 1),
        t0,
        Soliton.dispersionLength(fiber, t0),
        polarisation);
  }

  @Override
  public String description() {
    return "fundamental soliton (closed form)";
  }

  @Override
  public void at(double time, double position, double[] amplitude) {
    double magnitude = Math.sqrt(peakPower) / Math.cosh(time / t0);
    double phase = -position / (2 * dispersionLength);
    amplitude[0] = magnitude * Math.cos(phase);
    amplitude[1] = magnitude * Math.sin(phase);
  }
}
