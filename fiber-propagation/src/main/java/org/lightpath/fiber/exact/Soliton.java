package org.lightpath.fiber.exact;

import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;

/** Lengths and powers of solitons: N² = γcP₀T₀²/|β₂|. */
public final class Soliton {
  private Soliton() {}

  /**
   * Peak power [W] of the soliton of an order: P₀ = N²|β₂|/(γcT₀²).
   *
   * @param fiber β₂ and γ
   * @param model averaging factor c
   * @param t0 T₀ [s]
   * @param order N, not necessarily whole
   * @throws IllegalArgumentException if β₂ is not negative or γ not positive: there is no bright
   *     soliton
   */
  public static double peakPower(Fiber fiber, KerrModel model, double t0, double order) {
    if (!(fiber.beta(2) < 0) || !(fiber.gamma() > 0)) {
      throw new IllegalArgumentException(
          ("soliton in fibre '%s': β₂ = %s s²/m and γ = %s /(W·m), expected β₂ < 0 (D > 0) and γ > 0;"
                  + " choose another fibre or wavelength")
              .formatted(fiber.name(), fiber.beta(2), fiber.gamma()));
    }
    return order * order * -fiber.beta(2) / (fiber.gamma() * model.factor() * t0 * t0);
  }

  /** Dispersion length L_D = T₀²/|β₂| [m]. */
  public static double dispersionLength(Fiber fiber, double t0) {
    return t0 * t0 / Math.abs(fiber.beta(2));
  }

  /** Soliton period z₀ = (π/2) L_D [m]. */
  public static double period(Fiber fiber, double t0) {
    return Math.PI / 2 * dispersionLength(fiber, t0);
  }
}
