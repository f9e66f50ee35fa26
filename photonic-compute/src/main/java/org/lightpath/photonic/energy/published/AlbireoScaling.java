package org.lightpath.photonic.energy.published;

/**
 * Device generations of Albireo with the power of one unit [W]: rings, modulators and lasers are
 * always on; converters and amplifiers are given by energy in the component table of CiMLoop
 * (7nm_components.csv), times 5 GHz, or 8 GHz for the aggressive generation, whose row of Table III
 * counts them so.
 */
public enum AlbireoScaling {
  /** Devices of its time. */
  CONSERVATIVE(3.1e-3, 11.3e-3, 1.94e-3, 5e9, new Conversion(5.2e-12, 0.6e-12, 29e-3)),
  /** A step ahead. */
  MODERATE(0.388e-3, 1.41e-3, 0.0713e-3, 5e9, new Conversion(2.6e-12, 0.3e-12, 14.5e-3)),
  /**
   * Two steps ahead. The laser is 0.12 W over 1215 products, from the row itself: CiMLoop's table
   * has the moderate 0.0713 mW again, which gives 0.087 W instead of 0.12 W (28 % less).
   */
  AGGRESSIVE(
      0.155e-3,
      0.565e-3,
      0.12 / AlbireoPower.PRODUCTS,
      8e9,
      new Conversion(0.325e-12, 0.0375e-12, 2.9e-3));

  /**
   * Conversion of one sample.
   *
   * @param dac energy [J]
   * @param amplifier energy [J]
   * @param adcPower power of a converter to digital [W]; not in the component table, taken from the
   *     row over 45 converters and rounded, so that row is no test
   */
  record Conversion(double dac, double amplifier, double adcPower) {}

  private final double ring;
  private final double modulator;
  private final double laser;
  private final double converterClock;
  private final Conversion conversion;

  AlbireoScaling(
      double ring, double modulator, double laser, double converterClock, Conversion conversion) {
    this.ring = ring;
    this.modulator = modulator;
    this.laser = laser;
    this.converterClock = converterClock;
    this.conversion = conversion;
  }

  /** Power of a ring [W]. */
  public double ringPower() {
    return ring;
  }

  /** Power of a modulator [W]. */
  public double modulatorPower() {
    return modulator;
  }

  /** Laser power for one product [W]. */
  public double laserPower() {
    return laser;
  }

  /** Power of a converter to analog [W]. */
  public double dacPower() {
    return conversion.dac * converterClock;
  }

  /** Power of an amplifier [W]. */
  public double amplifierPower() {
    return conversion.amplifier * converterClock;
  }

  /** Power of a converter to digital [W]. */
  public double adcPower() {
    return conversion.adcPower;
  }
}
