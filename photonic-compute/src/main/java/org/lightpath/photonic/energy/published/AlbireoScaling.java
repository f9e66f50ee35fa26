package org.lightpath.photonic.energy.published;

/**
 * Device generations of Albireo, with the power of one unit of each kind. Rings, modulators,
 * lasers, and the energies of converters and amplifiers are those of the component table of CiMLoop
 * (albireo_isca_2021, 7nm_components.csv).
 */
public enum AlbireoScaling {
  /** Devices of its time. */
  CONSERVATIVE,
  /** A step ahead. */
  MODERATE,
  /** Two steps ahead. */
  AGGRESSIVE;

  private double pick(double conservative, double moderate, double aggressive) {
    return switch (this) {
      case CONSERVATIVE -> conservative;
      case MODERATE -> moderate;
      case AGGRESSIVE -> aggressive;
    };
  }

  /** Power of a ring [W]. */
  public double ringPower() {
    return pick(3.1e-3, 0.388e-3, 0.155e-3);
  }

  /** Power of a modulator [W]. */
  public double modulatorPower() {
    return pick(11.3e-3, 1.41e-3, 0.565e-3);
  }

  /**
   * Laser power for one product [W]. The aggressive one is 0.12 W over 1215 products, from the row
   * of Table III itself: the component table repeats the moderate 0.0713 mW there, which would give
   * 0.087 W, 28 % less than printed.
   */
  public double laserPower() {
    return pick(1.94e-3, 0.0713e-3, 0.12 / AlbireoPower.PRODUCTS);
  }

  /** Rate at which Table III counts the converters and amplifiers: 8 GHz in its last row [1/s]. */
  private double converterClock() {
    return pick(5e9, 5e9, 8e9);
  }

  /** Power of a converter to analog [W]. */
  public double dacPower() {
    return pick(5.2e-12, 2.6e-12, 0.325e-12) * converterClock();
  }

  /** Power of an amplifier [W]. */
  public double amplifierPower() {
    return pick(0.6e-12, 0.3e-12, 0.0375e-12) * converterClock();
  }

  /**
   * Power of a converter to digital [W]: not in the component table, but the row of Table III over
   * 45 converters, rounded, so that the row is no test of it.
   */
  public double adcPower() {
    return pick(29e-3, 14.5e-3, 2.9e-3);
  }
}
