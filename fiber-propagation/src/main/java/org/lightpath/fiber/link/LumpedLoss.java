package org.lightpath.fiber.link;

/**
 * Loss at a point: connector, splice, switch.
 *
 * @param transmission power out over power in, in (0, 1]
 */
public record LumpedLoss(double transmission) implements LinkElement {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if the transmission is not in (0, 1]
   */
  public LumpedLoss {
    if (!(transmission > 0 && transmission <= 1)) {
      throw new IllegalArgumentException(
          "lumped loss: power transmission is %s, expected more than 0 and at most 1"
              .formatted(transmission));
    }
  }
}
