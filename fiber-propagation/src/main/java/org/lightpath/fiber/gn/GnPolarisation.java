package org.lightpath.fiber.gn;

/** Number of polarisations that carry signal, and with it the equation the model averages. */
public enum GnPolarisation {
  /** Two independent polarisations, Manakov equation: 16/27 of γ². */
  DUAL(16.0 / 27.0),
  /** One polarisation, scalar equation: 2 of γ², 27/8 (5.28 dB) above dual at equal total power. */
  SCALAR(2);

  private final double factor;

  GnPolarisation(double factor) {
    this.factor = factor;
  }

  /** Factor of the double integral of the reference formula. */
  double factor() {
    return factor;
  }
}
