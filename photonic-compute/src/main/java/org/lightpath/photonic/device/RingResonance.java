package org.lightpath.photonic.device;

/**
 * Round trip of a ring and the resonance it is tuned to.
 *
 * @param circumference L [m]
 * @param groupIndex n_g
 * @param wavelength λ₀ of the resonance [m]
 */
public record RingResonance(double circumference, double groupIndex, double wavelength) {
  /** Checks the numbers. */
  public RingResonance {
    Require.positive("circumference", circumference, "m");
    Require.positive("group index", groupIndex, "");
    Require.positive("resonance wavelength", wavelength, "m");
  }

  /**
   * A resonance known by its free spectral range: the optical path n_g·L = λ²/FSR is all that the
   * range fixes, so it is laid as a path in vacuum, n_g = 1.
   *
   * @param range FSR [m]
   * @param wavelength λ₀ [m]
   */
  public static RingResonance ofRange(double range, double wavelength) {
    Require.positive("free spectral range of a ring", range, "m");
    return new RingResonance(wavelength * wavelength / range, 1, wavelength);
  }

  /** Free spectral range λ²/(n_g·L) [m]. */
  public double freeSpectralRange() {
    return wavelength * wavelength / (groupIndex * circumference);
  }

  /**
   * Round-trip phase off the resonance [rad]: f(λ) = 2π·n_g·L·(1/λ − 1/λ₀), which is 2π·n_eff·L/λ
   * up to whole turns when n_g does not depend on λ.
   *
   * @param at λ [m]
   */
  public double phase(double at) {
    Require.positive("wavelength", at, "m");
    return 2 * Math.PI * groupIndex * circumference * (wavelength - at) / (at * wavelength);
  }

  /** The same ring with its resonance moved by so much [m], by a heater or by temperature. */
  public RingResonance shifted(double by) {
    return new RingResonance(circumference, groupIndex, wavelength + by);
  }

  /**
   * The same ring at another temperature.
   *
   * @param kelvin change of temperature [K]
   * @param slope dλ₀/dT [m/K]; there is no default, since published slopes differ and depend on the
   *     waveguide
   */
  public RingResonance heated(double kelvin, double slope) {
    return shifted(kelvin * slope);
  }

  /**
   * Bandwidth set by the photon lifetime, f_ph = c/(λQ) [Hz].
   *
   * @param quality Q of the loaded ring
   */
  public double photonLifetimeBandwidth(double quality) {
    return Constants.SPEED_OF_LIGHT
        / (wavelength * Require.positive("quality factor", quality, ""));
  }
}
