package org.lightpath.fiber.step;

import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.TimeGrid;

/**
 * What a step rule needs to know of a uniform stretch of fibre and of the light in it.
 *
 * @param fiber the glass
 * @param length L [m]
 * @param bandwidth B [Hz] that the light occupies, centred on the carrier; at most the simulated
 *     bandwidth, and that if nothing better is known
 * @param nonlinearRate γ c P₀ [rad/m] at the beginning, with P₀ the peak power
 */
public record Stretch(Fiber fiber, double length, double bandwidth, double nonlinearRate) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if length or bandwidth is not positive and finite, or the rate
   *     is negative or not finite
   */
  public Stretch {
    requirePositive("length", "m", length);
    requirePositive("occupied bandwidth", "Hz", bandwidth);
    if (!(nonlinearRate >= 0) || Double.isInfinite(nonlinearRate)) {
      throw new IllegalArgumentException(
          "stretch: nonlinear rate γP is %s rad/m, expected a finite number of at least 0"
              .formatted(nonlinearRate));
    }
  }

  /**
   * A stretch whose light may occupy the whole simulated bandwidth, scalar Kerr effect.
   *
   * @param length L [m]
   * @param peakPower P₀ [W] at the beginning
   */
  public static Stretch of(Fiber fiber, double length, TimeGrid grid, double peakPower) {
    return new Stretch(fiber, length, grid.bandwidth(), Math.abs(fiber.gamma()) * peakPower);
  }

  /**
   * The same stretch with a given occupied bandwidth.
   *
   * @param occupied B [Hz]; for WDM the number of channels times their spacing
   */
  public Stretch occupying(double occupied) {
    return new Stretch(fiber, length, occupied, nonlinearRate);
  }

  private static void requirePositive(String what, String unit, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "stretch: %s is %s %s, expected a positive number".formatted(what, value, unit));
    }
  }
}
