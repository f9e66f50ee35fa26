package org.lightpath.fiber.transceiver;

/**
 * One field of the batch: how strong, and which symbols.
 *
 * @param powerPerChannel mean power [W] of a channel of power ratio 1, both polarisations together
 * @param seed of the symbols and of the laser's phase noise
 */
public record Launch(double powerPerChannel, long seed) {
  /**
   * Checks the power.
   *
   * @throws IllegalArgumentException if the power is not positive
   */
  public Launch {
    if (!(powerPerChannel > 0) || Double.isInfinite(powerPerChannel)) {
      throw new IllegalArgumentException(
          "launch power per channel is %s W, expected a positive number"
              .formatted(powerPerChannel));
    }
  }
}
