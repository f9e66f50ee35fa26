package org.lightpath.photonic.energy.published;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.photonic.device.Coupler;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.LaserSizing;
import org.lightpath.photonic.energy.LinkBudget;

/**
 * Longest path and laser power of the Lightening-Transformer netlist in SimPhony
 * (configs/design/cores/dptc.yml, nodes/dode.yml).
 *
 * <p>SimPhony's laser power is that of a single node: its code reads the key
 * laser_power_distribution_factor, its file says laser_power_distribution, and the factor falls
 * back to 1. It logs 1.177 mW; with the H·W = 144 nodes of the file it would be 169.5 mW.
 */
public final class SimphonyCore {
  /** Nodes that one laser feeds by the file. */
  public static final int INTENDED_RECEIVERS = 12 * 12;

  private static final double LASER_COUPLING = 2;
  private static final int SPLITTERS = 4;
  private static final int ROUTERS = 2;

  private SimphonyCore() {}

  /** Path in a node: Y branch, phase shifter, coupler, photodiode: 0.76 dB. */
  public static LinkBudget node() {
    return LinkBudget.of(
        List.of(
            LinkBudget.Loss.of(PassiveElement.Y_BRANCH, 1),
            LinkBudget.Loss.of(PassiveElement.MEMS_PHASE_SHIFTER, 1),
            new LinkBudget.Loss(
                Coupler.LT_DC.name(),
                -Decibels.ofRatio(Coupler.LT_DC.transmission()),
                Coupler.LT_DC.provenance())));
  }

  /** Path from the laser through the core to a node's photodiode: 6.22 dB. */
  public static LinkBudget core() {
    MachZehnderModulator modulator = MachZehnderModulator.LT_MZM;
    List<LinkBudget.Loss> losses = new ArrayList<>();
    losses.add(
        new LinkBudget.Loss(
            "Customized_Laser",
            LASER_COUPLING,
            Provenance.published("SimPhony, configs/devices/photonics/on_chip_laser.yml")));
    losses.add(LinkBudget.Loss.of(PassiveElement.MICRO_COMB, 1));
    losses.add(LinkBudget.Loss.of(PassiveElement.LASER_SPLITTER, SPLITTERS));
    losses.add(LinkBudget.Loss.of(PassiveElement.MRR_ROUTER, ROUTERS));
    losses.add(
        new LinkBudget.Loss(
            modulator.name(),
            -Decibels.ofRatio(modulator.optics().transmission()),
            modulator.provenance()));
    losses.addAll(node().losses());
    return LinkBudget.of(losses);
  }

  /**
   * Electrical power of a laser [W].
   *
   * @param bits b, by the rule sensitivity times 2^b
   * @param receivers that it feeds: 1 as SimPhony computes, 144 as its file intends
   */
  public static double laserPower(int bits, int receivers) {
    LaserSizing sizing =
        new LaserSizing(
            Laser.LT_WALL_PLUG_EFFICIENCY,
            MachZehnderModulator.LT_MZM.optics().extinctionRatio(),
            receivers);
    double received = LinkBudget.thresholdPower(Photodiode.LT_SENSITIVITY_DBM, bits);
    return core().laserElectricalPower(received, sizing);
  }

  /**
   * Time of so many cycles [s]. SimPhony divides by the clock in GHz and multiplies by 10e-9
   * instead of 1e-9 (onnarchsim/workflow/energy.py), so its times are ten times too long.
   *
   * @param cycles of the clock
   * @param clock [1/s]
   * @param slips keep to compare with its output, correct for the time
   */
  public static double seconds(double cycles, double clock, Slips slips) {
    return cycles / clock * (slips == Slips.KEPT ? 10 : 1);
  }
}
