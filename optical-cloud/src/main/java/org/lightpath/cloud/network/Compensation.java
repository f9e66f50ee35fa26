package org.lightpath.cloud.network;

import java.util.Objects;
import java.util.OptionalDouble;
import org.lightpath.fiber.Fiber;

/**
 * Dispersion-compensating fibre in front of the receiver, as long as brings the dispersion of the
 * way, at the middle of the grid, down to a residual.
 *
 * @param fiber the compensating glass
 * @param residual dispersion left D·L [s/m] at the middle of the grid; 1 ps/nm is 1e-3 s/m
 * @param noiseFigure F (a ratio) of an amplifier that makes up for the loss of the compensating
 *     fibre; absent for no amplifier
 */
public record Compensation(Fiber fiber, double residual, OptionalDouble noiseFigure) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the residual is not finite or the noise figure not positive
   */
  public Compensation {
    Objects.requireNonNull(fiber);
    if (!Double.isFinite(residual)) {
      throw new IllegalArgumentException(
          "compensation: residual dispersion is %s s/m, expected a finite number"
              .formatted(residual));
    }
    if (noiseFigure.isPresent() && !(noiseFigure.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "compensation: noise figure is %s, expected a positive ratio"
              .formatted(noiseFigure.getAsDouble()));
    }
  }
}
