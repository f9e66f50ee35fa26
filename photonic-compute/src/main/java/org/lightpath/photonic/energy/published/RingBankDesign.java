package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.MicroringModulator;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.energy.LaserSizing;
import org.lightpath.photonic.energy.LinkBudget;

/**
 * Microring bank that the artefact of Lightening-Transformer compares with: 12 × 12 weight rings a
 * core at 5 GHz, weights stationary, of about the area of LT-B. Weights are signed by add-drop
 * rings; inputs are not, so signed inputs take two passes.
 *
 * @param name of the variant
 * @param tiles R
 * @param coresPerTile C
 * @param bits of both operands and of the output
 */
public record RingBankDesign(String name, int tiles, int coresPerTile, int bits) {
  /** Rows and columns of a core. */
  public static final int SIZE = 12;

  /** Checks the numbers. */
  public RingBankDesign {
    Objects.requireNonNull(name);
    Require.count("tiles", tiles);
    Require.count("cores per tile", coresPerTile);
    Require.count("bits", bits);
  }

  /** The published variant: 7 tiles of 2 cores. */
  public static RingBankDesign published(int bits) {
    return new RingBankDesign("MRR bank %d bit".formatted(bits), 7, 2, bits);
  }

  /** Cores in all. */
  public int cores() {
    return tiles * coresPerTile;
  }

  /** Losses from laser to detector: every channel passes its own ring and the others', twice. */
  public static LinkBudget link() {
    MicroringModulator ring = MicroringModulator.LT_MRR;
    double own = -Decibels.ofRatio(ring.loss().coupled());
    double others = -Decibels.ofRatio(ring.loss().uncoupled()) * (SIZE - 1);
    return LinkBudget.of(
        List.of(
            new LinkBudget.Loss("input ring", own, ring.provenance()),
            new LinkBudget.Loss("input rings of other channels", others, ring.provenance()),
            LinkBudget.Loss.of(PassiveElement.Y_BRANCH, LighteningDesign.treeStages(SIZE)),
            new LinkBudget.Loss("weight ring", own, ring.provenance()),
            new LinkBudget.Loss("weight rings of other channels", others, ring.provenance())));
  }

  /** Electrical power of the laser of one core [W]: sensitivity times 2^bits at each row. */
  public double laserPower() {
    LaserSizing sizing =
        new LaserSizing(Laser.LT_WALL_PLUG_EFFICIENCY, Double.POSITIVE_INFINITY, SIZE);
    double received = LinkBudget.thresholdPower(Photodiode.LT_SENSITIVITY_DBM, bits);
    return link().laserElectricalPower(received, sizing);
  }

  /** Power of one converter to analog [W]. */
  public double dacPower() {
    return DigitalAnalogConverter.CAP_14G.power(bits, LighteningDesign.CLOCK);
  }

  /** Power of one converter to digital [W]. */
  public double adcPower() {
    return AnalogDigitalConverter.SAR_10G.power(bits, LighteningDesign.CLOCK);
  }
}
