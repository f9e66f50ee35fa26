package org.lightpath.photonic.energy.published;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.OperationDefinition;

/** The published energy of the optical computing centre, and a scenario of ours that meets it. */
public final class Scenarios {
  /** Loss of the link in the example [dB]: about 20 km of fibre at 0.2 dB/km and 1 dB more. */
  public static final double EXAMPLE_LINK_DECIBELS = 4.96;

  private Scenarios() {}

  /**
   * 118.6 mW/TOPS, the experimental figure. Its breakdown, its bits and what it counts as an
   * operation could not be found, so it has no figure per multiply–accumulate.
   */
  public static EnergyFigure opticalComputingCentre() {
    return EnergyFigure.ofMilliwattsPerTops(
        "optical computing centre",
        118.6,
        OperationDefinition.UNSTATED,
        Provenance.published("Xing et al., Nat. Commun. 16:6097 (2025), arXiv 2412.12126"));
  }

  /**
   * example-118p6: LT-B at 4 bits with 4.96 dB more loss between laser and detector. It comes to
   * 118.6 mW/TOPS by the choice of the loss. It is an example of ours, not a reconstruction of the
   * paper, whose breakdown is unknown.
   */
  public static EnergyBreakdown example118p6() {
    return withLinkLoss("example-118p6", 4, EXAMPLE_LINK_DECIBELS);
  }

  /**
   * LT-B with more loss between laser and detector, made up by the laser.
   *
   * @param name of the result
   * @param bits of the cores
   * @param decibels loss of the link [dB]
   */
  public static EnergyBreakdown withLinkLoss(String name, int bits, double decibels) {
    return LighteningPower.of(LighteningDesign.base(bits))
        .scaled(
            name,
            Component.LASER,
            Decibels.toRatio(decibels),
            Provenance.assumed(
                "our example, not the paper's: LT-B with %s dB of link loss".formatted(decibels)));
  }
}
