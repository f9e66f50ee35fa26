package org.lightpath.photonic.energy;

import org.lightpath.photonic.device.Require;

/**
 * What multiplies the received power besides the losses.
 *
 * @param wallPlugEfficiency η, optical over electrical power (at most 1)
 * @param extinctionRatio ER of the modulator (above 1, or infinite for none of its penalty)
 * @param receivers detectors that one laser feeds in equal shares (at least 1)
 */
public record LaserSizing(double wallPlugEfficiency, double extinctionRatio, double receivers) {
  /** Checks the numbers. */
  public LaserSizing {
    Require.fraction("wall-plug efficiency", wallPlugEfficiency);
    if (!(extinctionRatio > 1)) {
      throw new IllegalArgumentException(
          "extinction ratio is %s, expected a power ratio above 1, or infinity"
              .formatted(extinctionRatio));
    }
    if (!(receivers >= 1)) {
      throw new IllegalArgumentException(
          "one laser feeds %s receivers, expected at least 1".formatted(receivers));
    }
  }

  /** One receiver, perfect extinction. */
  public static LaserSizing single(double wallPlugEfficiency) {
    return new LaserSizing(wallPlugEfficiency, Double.POSITIVE_INFINITY, 1);
  }

  /** Share of the light that carries the number: 1 − 1/ER. */
  public double modulatedShare() {
    return 1 - 1 / extinctionRatio;
  }
}
