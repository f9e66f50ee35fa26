package org.lightpath.cloud.network;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.fiber.Optics;

/**
 * Ways of light through a node, each with its power transmission in (0, 1], absent where there is
 * no such way.
 *
 * @param add from the node's transmitters into a fibre
 * @param through from one fibre into another
 * @param drop from a fibre to the node's receivers
 * @param trunk for a splitter: the neighbour on its common side; light passes between that one and
 *     the branches only, never from branch to branch
 */
public record Ports(
    OptionalDouble add, OptionalDouble through, OptionalDouble drop, Optional<String> trunk) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a transmission is not in (0, 1]
   */
  public Ports {
    requireTransmission("add", add);
    requireTransmission("through", through);
    requireTransmission("drop", drop);
    Objects.requireNonNull(trunk);
  }

  /**
   * Light begins and ends here and never passes.
   *
   * @param add transmission, 1 for no loss
   * @param drop transmission, 1 for no loss
   */
  public static Ports terminal(double add, double drop) {
    return new Ports(
        OptionalDouble.of(add), OptionalDouble.empty(), OptionalDouble.of(drop), Optional.empty());
  }

  /**
   * Light begins, ends and passes here.
   *
   * @param add transmission
   * @param through transmission
   * @param drop transmission
   */
  public static Ports addDrop(double add, double through, double drop) {
    return new Ports(
        OptionalDouble.of(add),
        OptionalDouble.of(through),
        OptionalDouble.of(drop),
        Optional.empty());
  }

  /**
   * Light only passes here.
   *
   * @param through transmission, 1 for no loss
   */
  public static Ports throughOnly(double through) {
    return new Ports(
        OptionalDouble.empty(),
        OptionalDouble.of(through),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /**
   * A passive splitter, the same loss in both directions: 1/n of the power, times the excess.
   *
   * @param ways n ≥ 2 branches
   * @param excess transmission besides the division by n, 1 for an ideal splitter
   * @param trunk neighbour on the common side
   */
  public static Ports splitter(int ways, double excess, String trunk) {
    if (ways < 2) {
      throw new IllegalArgumentException("splitter: %d ways, expected at least 2".formatted(ways));
    }
    requireTransmission("excess", OptionalDouble.of(excess));
    return new Ports(
        OptionalDouble.empty(),
        OptionalDouble.of(excess / ways),
        OptionalDouble.empty(),
        Optional.of(trunk));
  }

  private static void requireTransmission(String what, OptionalDouble value) {
    if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "port '%s': power transmission is %s (%.4g dB), expected more than 0 and at most 1"
              .formatted(what, value.getAsDouble(), Optics.toDecibels(value.getAsDouble())));
    }
  }
}
