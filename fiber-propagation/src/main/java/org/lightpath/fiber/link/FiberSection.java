package org.lightpath.fiber.link;

import java.util.Objects;
import org.lightpath.fiber.Fiber;

/**
 * A uniform piece of fibre.
 *
 * @param fiber the glass
 * @param length L [m]
 * @param differentialDelay delay [s/m] of polarisation x behind y; 0 for none, needs two
 *     polarisations otherwise
 */
public record FiberSection(Fiber fiber, double length, double differentialDelay)
    implements LinkElement {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the length is not positive and finite, or the delay is not
   *     finite
   */
  public FiberSection {
    Objects.requireNonNull(fiber);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "fibre section of '%s': length is %s m, expected a positive number"
              .formatted(fiber.name(), length));
    }
    if (!Double.isFinite(differentialDelay)) {
      throw new IllegalArgumentException(
          "fibre section of '%s': differential delay is %s s/m, expected a finite number"
              .formatted(fiber.name(), differentialDelay));
    }
  }

  /** A section without differential delay. */
  public FiberSection(Fiber fiber, double length) {
    this(fiber, length, 0);
  }

  /** Power out over power in: e^(−αL). */
  public double transmission() {
    return Math.exp(-fiber.attenuation() * length);
  }
}
