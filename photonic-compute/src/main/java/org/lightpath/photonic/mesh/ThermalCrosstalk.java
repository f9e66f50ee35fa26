package org.lightpath.photonic.mesh;

/**
 * Heat of thermo-optic phase shifters that reaches their neighbours: {@code φ_i' = φ_i + Σ_j G_ij
 * φ_j}.
 *
 * <p>An interferometer feels the difference between its arms, {@code G = γ(d_upper) − γ(d_lower)};
 * a shifter of the output screen stands alone, {@code G = γ(d)}. A shifter's own heat in its second
 * arm belongs to its calibration and is left out.
 *
 * <p>γ(d), with d in µm: {@code 1 − 0.176013871 d + 9.89616761e-3 d² − 8.29631681e-6 d³ −
 * 1.55789201e-5 d⁴ + 3.55117528e-7 d⁵} below 23 µm, {@code 0.2167267 e^{−0.12747211 d}} above.
 * Source: the fit of a heat simulation published with SCATTER and SimPhony.
 *
 * <p>Geometry: φ of column c at x = c p_x on the upper arm, θ half a column further, the screen at
 * the column after the last; mode m at y = m p_y, the arms of an interferometer half an arm spacing
 * above and below the middle of its modes. Only neighbours within the cutoff count, as a stencil
 * that is the same everywhere: O(heaters · neighbours).
 *
 * @param columnPitch p_x, distance of columns along the light [m]
 * @param modePitch p_y, distance of modes [m]
 * @param armSpacing distance of the arms of an interferometer [m]
 * @param cutoff distance up to which heat is counted [m]
 */
public record ThermalCrosstalk(
    double columnPitch, double modePitch, double armSpacing, double cutoff) {
  private static final double MICROMETRE = 1e-6;
  private static final double FIT_BOUNDARY = 23;

  /** Checks the range. */
  public ThermalCrosstalk {
    requirePositive("column pitch", columnPitch);
    requirePositive("mode pitch", modePitch);
    requirePositive("arm spacing", armSpacing);
    requirePositive("cutoff", cutoff);
    if (armSpacing > modePitch) {
      throw new IllegalArgumentException(
          "arm spacing: %s m, expected at most the mode pitch of %s m"
              .formatted(armSpacing, modePitch));
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s m, expected more than 0 and less than 1 m".formatted(name, value));
    }
  }

  /**
   * γ: phase in a waveguide at a distance, relative to the phase in the heated one.
   *
   * @param distance d [m]
   */
  public static double coupling(double distance) {
    double d = distance / MICROMETRE;
    if (d >= FIT_BOUNDARY) {
      return 0.2167267 * Math.exp(-0.12747211 * d);
    }
    double high = (3.55117528e-7 * d - 1.55789201e-5) * d - 8.29631681e-6;
    return ((high * d + 9.89616761e-3) * d - 0.176013871) * d + 1;
  }

  /** Phases with the heat of the neighbours. */
  HeaterPhases heat(MeshLayout layout, HeaterPhases heaters) {
    HeatMap map = new HeatMap(this, layout, heaters);
    double[] theta = heaters.theta().clone();
    double[] phi = heaters.phi().clone();
    layout.forEach(
        (index, column, mode) -> {
          theta[index] += map.added(Heater.THETA, column, mode);
          phi[index] += map.added(Heater.PHI, column, mode);
        });
    double[] output = heaters.output().clone();
    for (int mode = 0; mode < output.length; mode++) {
      output[mode] += map.added(Heater.OUTPUT, layout.columns(), mode);
    }
    return new HeaterPhases(theta, phi, output);
  }
}
