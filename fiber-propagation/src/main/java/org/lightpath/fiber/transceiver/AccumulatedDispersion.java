package org.lightpath.fiber.transceiver;

import java.util.Objects;
import org.lightpath.fiber.Fiber;

/**
 * Phase φ(ω) = Σ_spans β(ω)·L [rad] that the link has put on the field: H(ω) = exp(−jφ(ω)), with ω
 * [rad/s] relative to the carrier.
 *
 * <p>The receiver multiplies by exp(+jφ(ω)) at the bins of its channel, counted from the carrier
 * and not from the channel's centre: the channel's walk-off (group delay) goes together with its
 * chromatic dispersion.
 */
@FunctionalInterface
public interface AccumulatedDispersion {
  /**
   * φ(ω) [rad].
   *
   * @param omega ω [rad/s] relative to the carrier
   */
  double phase(double omega);

  /** No dispersion: back to back. */
  static AccumulatedDispersion none() {
    return omega -> 0;
  }

  /**
   * A length of fibre whose reference frequency is the carrier.
   *
   * @param fiber the glass
   * @param length [m]; negative compensates
   */
  static AccumulatedDispersion of(Fiber fiber, double length) {
    Objects.requireNonNull(fiber);
    return omega -> fiber.propagationConstant(omega) * length;
  }

  /** This, then another stretch. */
  default AccumulatedDispersion plus(AccumulatedDispersion next) {
    Objects.requireNonNull(next);
    return omega -> phase(omega) + next.phase(omega);
  }
}
