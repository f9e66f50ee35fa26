package org.lightpath.fiber.exact;

import java.util.Objects;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;

/**
 * Soliton of order 2 (Satsuma and Yajima, Prog. Theor. Phys. Suppl. 55:284, 1974), conjugated into
 * this project's sign family: with τ = t/T₀ and ξ = z/L_D,
 *
 * <p>A = √P₁ · 4e^(−jξ/2) (cosh 3τ + 3e^(−4jξ) cosh τ) / (cosh 4τ + 4 cosh 2τ + 3 cos 4ξ).
 *
 * <p>The launched pulse is 2√P₁ sech τ; at half a period, ξ = π/4, the peak power is four times the
 * launched one.
 *
 * @param unitPower P₁ [W], the peak power of the fundamental soliton of the same T₀
 * @param t0 T₀ [s]
 * @param dispersionLength L_D [m]
 * @param polarisation state of polarisation
 */
public record SecondOrderSoliton(
    double unitPower, double t0, double dispersionLength, Polarisation polarisation)
    implements ExactEnvelope {
  /** Checks the parts. */
  public SecondOrderSoliton {
    Objects.requireNonNull(polarisation);
  }

  /**
   * The soliton of a fibre, polarised along x.
   *
   * @param t0 T₀ [s]
   * @throws IllegalArgumentException if the fibre has loss, higher-order dispersion, or no soliton
   */
  public static SecondOrderSoliton in(Fiber fiber, KerrModel model, double t0) {
    Validity.requireNoLoss("soliton of order 2", fiber);
    Validity.requireSecondOrderOnly("soliton of order 2", fiber);
    return new SecondOrderSoliton(
        Soliton.peakPower(fiber, model, t0, 1),
        t0,
        Soliton.dispersionLength(fiber, t0),
        Polarisation.X);
  }

  @Override
  public String description() {
    return "soliton of order 2 (closed form)";
  }

  @Override
  public void at(double time, double position, double[] amplitude) {
    double tau = Math.abs(time) / t0;
    double xi = position / dispersionLength;
    // Numerator and denominator times e^(−4τ), so that no cosh overflows.
    double wide = (Math.exp(-tau) + Math.exp(-7 * tau)) / 2;
    double narrow = 3 * (Math.exp(-3 * tau) + Math.exp(-5 * tau)) / 2;
    double below =
        (1 + Math.exp(-8 * tau)) / 2
            + 2 * (Math.exp(-2 * tau) + Math.exp(-6 * tau))
            + 3 * Math.cos(4 * xi) * Math.exp(-4 * tau);
    double scale = 4 * Math.sqrt(unitPower) / below;
    amplitude[0] = scale * (wide * Math.cos(xi / 2) + narrow * Math.cos(4.5 * xi));
    amplitude[1] = -scale * (wide * Math.sin(xi / 2) + narrow * Math.sin(4.5 * xi));
  }
}
