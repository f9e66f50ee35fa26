package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Element that only loses light, and perhaps holds a tuning.
 *
 * @param name as in the source
 * @param lossDecibels insertion loss [dB]
 * @param staticPower to hold it [W]
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record PassiveElement(
    String name,
    double lossDecibels,
    double staticPower,
    Footprint footprint,
    Provenance provenance)
    implements Device {
  private static final String SIMPHONY = "SimPhony, configs/devices/photonics/";

  /** Y branch: 0.1 dB, 1.8 µm × 1.3 µm. */
  public static final PassiveElement Y_BRANCH =
      simphony("LT_Y_Branch", 0.1, Footprint.micrometres(1.8, 1.3), "y_branch.yml");

  /** Stage of a splitter tree behind the laser: 0.1 dB. */
  public static final PassiveElement LASER_SPLITTER =
      simphony(
          "Customized_Laser_Splitter", 0.1, Footprint.micrometres(1.8, 1.3), "laser_splitter.yml");

  /** Mechanical phase shifter in the path: 0.33 dB, 100 µm × 45 µm. */
  public static final PassiveElement MEMS_PHASE_SHIFTER =
      simphony("MEMS_PS", 0.33, Footprint.micrometres(100, 45), "phase_shifter.yml");

  /** Waveguide crossing, parabolic taper: 0.16 dB. */
  public static final PassiveElement CROSSING =
      simphony("WG_Crossing_Parabolic", 0.16, Footprint.micrometres(6, 6), "crossing.yml");

  /** Frequency comb: no loss stated, 1184 µm square. */
  public static final PassiveElement MICRO_COMB =
      simphony("LT_Micro_Comb", 0, Footprint.micrometres(1184, 1184), "micro_comb.yml");

  /** Ring that joins or parts the channels before and after a modulator: 0.93 dB, 0.275 mW. */
  public static final PassiveElement MRR_ROUTER =
      new PassiveElement(
          "LT_MRR_REROUTER",
          0.93,
          0.275e-3,
          Footprint.micrometres(4.8, 4.8),
          Provenance.published(SIMPHONY + "mrr_rerouter.yml"));

  /** Loss of a strip waveguide, 0.11 dB/cm, in dB/m (SimPhony, waveguide.yml). */
  public static final double WAVEGUIDE_DECIBELS_PER_METRE = 11;

  private static PassiveElement simphony(
      String name, double loss, Footprint footprint, String file) {
    return new PassiveElement(name, loss, 0, footprint, Provenance.published(SIMPHONY + file));
  }

  /** Checks the numbers. */
  public PassiveElement {
    Objects.requireNonNull(name);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
    Require.notNegative("loss", lossDecibels, "dB");
    Require.notNegative("static power", staticPower, "W");
  }
}
