package org.lightpath.photonic.device;

/** Physical constants, exact by definition of the SI (CODATA 2018). */
public final class Constants {
  /** Elementary charge q [C]. */
  public static final double ELEMENTARY_CHARGE = 1.602_176_634e-19;

  /** Boltzmann constant k [J/K]. */
  public static final double BOLTZMANN = 1.380_649e-23;

  /** Planck constant h [J·s]. */
  public static final double PLANCK = 6.626_070_15e-34;

  /** Speed of light in vacuum c [m/s]. */
  public static final double SPEED_OF_LIGHT = 299_792_458.0;

  private Constants() {}

  /**
   * Energy of one photon h·c/λ [J].
   *
   * @param wavelength λ [m]
   */
  public static double photonEnergy(double wavelength) {
    return PLANCK * SPEED_OF_LIGHT / Require.positive("wavelength", wavelength, "m");
  }
}
