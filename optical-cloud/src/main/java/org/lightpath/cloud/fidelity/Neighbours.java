package org.lightpath.cloud.fidelity;

/**
 * Other channels in the same fibre: random values, evenly spread over [−1, 1], with the pulse and
 * launch power of the stream.
 *
 * @param perSide channels above and as many below
 * @param spacing [Hz]
 * @param polarisations 1, or 2: then all channels also carry random values in the other
 *     polarisation, and the fibre is solved by the Manakov equation
 */
public record Neighbours(int perSide, double spacing, int polarisations) {
  /** The stream alone. */
  public static final Neighbours NONE = new Neighbours(0, 0, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Neighbours {
    if (perSide < 0 || polarisations < 1 || polarisations > 2) {
      throw new IllegalArgumentException(
          "neighbours: %d channels on each side, %d polarisations, expected at least 0, and 1 or 2"
              .formatted(perSide, polarisations));
    }
    if (perSide > 0 && !(spacing > 0)) {
      throw new IllegalArgumentException(
          "neighbours: channel spacing is %s Hz, expected a positive number".formatted(spacing));
    }
  }
}
