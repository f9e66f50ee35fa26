package org.lightpath.cloud.network;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a node does to light.
 *
 * @param ports losses of the ways through it
 * @param targetPower power [W] that every channel is attenuated to where it leaves the node into a
 *     fibre (equalisation per channel); absent for none
 * @param addDropOsnr OSNR (a ratio, in 12.5 GHz) of the noise that the node adds to a channel which
 *     begins or ends here; absent for none
 * @param passband filter that a channel passes on every way through the node; absent for none
 */
public record NodeEquipment(
    Ports ports,
    OptionalDouble targetPower,
    OptionalDouble addDropOsnr,
    Optional<Passband> passband) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the power or the OSNR is not positive
   */
  public NodeEquipment {
    Objects.requireNonNull(ports);
    Objects.requireNonNull(passband);
    requirePositive("target power [W]", targetPower);
    requirePositive("add/drop OSNR", addDropOsnr);
  }

  /** Losses only. */
  public static NodeEquipment passive(Ports ports) {
    return new NodeEquipment(
        ports, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
  }

  /** The same with every channel attenuated to a power [W] at the way out. */
  public NodeEquipment withTargetPower(double power) {
    return new NodeEquipment(ports, OptionalDouble.of(power), addDropOsnr, passband);
  }

  /** The same with noise of this OSNR (a ratio, in 12.5 GHz) at add and drop. */
  public NodeEquipment withAddDropOsnr(double osnr) {
    return new NodeEquipment(ports, targetPower, OptionalDouble.of(osnr), passband);
  }

  /** The same with a filter around every channel. */
  public NodeEquipment withPassband(Passband filter) {
    return new NodeEquipment(ports, targetPower, addDropOsnr, Optional.of(filter));
  }

  private static void requirePositive(String what, OptionalDouble value) {
    if (value.isPresent()
        && (!(value.getAsDouble() > 0) || Double.isInfinite(value.getAsDouble()))) {
      throw new IllegalArgumentException(
          "node: %s is %s, expected a positive number".formatted(what, value.getAsDouble()));
    }
  }
}
