package org.lightpath.photonic.mesh;

/**
 * Power transmission of the four arm segments of an interferometer: the two that lead to its first
 * coupler and the two between the couplers; the upper ones carry the phase shifters.
 *
 * @param outerUpper segment with φ, in [0, 1]
 * @param outerLower segment beside φ, in [0, 1]
 * @param innerUpper segment with θ, in [0, 1]
 * @param innerLower segment beside θ, in [0, 1]
 */
public record ArmTransmissions(
    double outerUpper, double outerLower, double innerUpper, double innerLower) {
  /** No loss anywhere. */
  public static final ArmTransmissions LOSSLESS = new ArmTransmissions(1, 1, 1, 1);

  /** Checks the range. */
  public ArmTransmissions {
    require("outerUpper", outerUpper);
    require("outerLower", outerLower);
    require("innerUpper", innerUpper);
    require("innerLower", innerLower);
  }

  private static void require(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s: power transmission %s, expected 0 to 1".formatted(name, value));
    }
  }
}
