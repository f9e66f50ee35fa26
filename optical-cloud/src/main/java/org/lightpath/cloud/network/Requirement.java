package org.lightpath.cloud.network;

import java.util.OptionalDouble;

/**
 * What a receiver needs.
 *
 * @param power least power [W] of a channel, if there is such a limit (the sensitivity)
 * @param osnr least OSNR (a ratio, in 12.5 GHz), if there is such a limit; nonlinear interference
 *     counts as noise
 */
public record Requirement(OptionalDouble power, OptionalDouble osnr) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Requirement {
    requirePositive("power [W]", power);
    requirePositive("OSNR", osnr);
  }

  /** A receiver that takes everything: margins are not computed. */
  public static Requirement none() {
    return new Requirement(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * Both limits.
   *
   * @param power [W]
   * @param osnr a ratio
   */
  public static Requirement of(double power, double osnr) {
    return new Requirement(OptionalDouble.of(power), OptionalDouble.of(osnr));
  }

  private static void requirePositive(String what, OptionalDouble value) {
    if (value.isPresent()
        && (!(value.getAsDouble() > 0) || Double.isInfinite(value.getAsDouble()))) {
      throw new IllegalArgumentException(
          "receiver: required %s is %s, expected a positive number"
              .formatted(what, value.getAsDouble()));
    }
  }
}
