package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Laser.
 *
 * @param name as in the source
 * @param light wavelength, power, relative intensity noise, linewidth
 * @param wallPlugEfficiency optical over electrical power (at most 1)
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record Laser(
    String name, Light light, double wallPlugEfficiency, Footprint footprint, Provenance provenance)
    implements Device {
  /**
   * Light of a laser.
   *
   * @param wavelength λ [m]
   * @param power optical [W]
   * @param rinDecibels relative intensity noise [dBc/Hz]; minus infinity for none
   * @param linewidth [Hz]
   */
  public record Light(double wavelength, double power, double rinDecibels, double linewidth) {
    /** Checks the numbers. */
    public Light {
      Require.positive("wavelength", wavelength, "m");
      Require.notNegative("power", power, "W");
      Require.notNegative("linewidth", linewidth, "Hz");
      if (Double.isNaN(rinDecibels) || rinDecibels == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "relative intensity noise is %s dB/Hz, expected a number or minus infinity"
                .formatted(rinDecibels));
      }
    }

    /** Relative intensity noise [1/Hz]: 10^(RIN/10). */
    public double rin() {
      return Decibels.toRatio(rinDecibels);
    }

    /** Energy of a photon [J]. */
    public double photonEnergy() {
      return Constants.photonEnergy(wavelength);
    }

    /**
     * Variance of the phase between two paths of unlike length, σ² = 2π·Δν·τ [rad²].
     *
     * @param delay τ [s]
     */
    public double phaseVariance(double delay) {
      return Laser.phaseVariance(linewidth, delay);
    }
  }

  /**
   * Variance of the phase that light gains or loses in a delay, σ² = 2π·Δν·τ [rad²].
   *
   * @param linewidth Δν of the laser, or the sum of those of two lasers that are compared [Hz]
   * @param delay τ: between two paths, or the time constant of a carrier recovery [s]
   */
  public static double phaseVariance(double linewidth, double delay) {
    return 2
        * Math.PI
        * Require.notNegative("linewidth", linewidth, "Hz")
        * Require.notNegative("delay", delay, "s");
  }

  /**
   * LT_Laser: wall-plug efficiency 0.2, 400 µm × 300 µm. The source states neither noise nor
   * linewidth, so the caller does; its entry of 23.5 mW is not used for sizing.
   */
  public static Laser lightening(Light light) {
    return new Laser(
        "LT_Laser",
        light,
        LT_WALL_PLUG_EFFICIENCY,
        Footprint.micrometres(400, 300),
        Provenance.published(
            "Lightening-Transformer, default.yaml; SimPhony, on_chip_laser.yml; light is the caller's"));
  }

  /** Wall-plug efficiency in LT and SimPhony. */
  public static final double LT_WALL_PLUG_EFFICIENCY = 0.2;

  /** Checks the numbers. */
  public Laser {
    Objects.requireNonNull(name);
    Objects.requireNonNull(light);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
    Require.fraction("wall-plug efficiency", wallPlugEfficiency);
  }

  /** Electrical power [W]. */
  public double electricalPower() {
    return light.power / wallPlugEfficiency;
  }
}
