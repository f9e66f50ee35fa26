package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.Coupler;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.LaserSizing;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.Throughput;
import org.lightpath.photonic.energy.TileShape;

/**
 * Lightening-Transformer (Zhu et al., HPCA 2024): tiles of coherent crossbars of 12 × 12 outputs
 * and 12 wavelengths at 5 GHz. Operand one is modulated in every core; operand two once for all
 * tiles; the cores of a tile share their amplifiers and converters.
 *
 * @param name of the variant
 * @param tiles R
 * @param coresPerTile C
 * @param bits of both operands and of the output
 */
public record LighteningDesign(String name, int tiles, int coresPerTile, int bits) {
  /** Shape of a core; photocurrents are integrated over 3 cycles when a workload runs. */
  public static final TileShape TILE = new TileShape(12, 12, 12, 3);

  /** Clock [1/s]. */
  public static final double CLOCK = 5e9;

  /** Power of one adder [W]: 0.2 mW (ISAAC) scaled by 1/4.39 to 14 nm. */
  public static final double ADDER_POWER = 0.2e-3 / 4.39;

  /** Checks the numbers. */
  public LighteningDesign {
    Objects.requireNonNull(name);
    Require.count("tiles", tiles);
    Require.count("cores per tile", coresPerTile);
    Require.count("bits", bits);
  }

  /** LT-B: 4 tiles of 2 cores, 138.24 TOPS. */
  public static LighteningDesign base(int bits) {
    return new LighteningDesign("LT-B %d bit".formatted(bits), 4, 2, bits);
  }

  /** LT-L: 8 tiles of 2 cores. */
  public static LighteningDesign large(int bits) {
    return new LighteningDesign("LT-L %d bit".formatted(bits), 8, 2, bits);
  }

  /** Cores in all. */
  public int cores() {
    return tiles * coresPerTile;
  }

  /** Peak rate, two operations a multiply–accumulate. */
  public Throughput throughput() {
    return new Throughput(
        cores() * TILE.macsPerCycle() * CLOCK, OperationDefinition.MAC_IS_TWO_OPS);
  }

  /** Modulators (and converters before them) of operand one, in every core, and of operand two. */
  public int modulators() {
    return TILE.wavelengths() * (TILE.rows() * cores() + TILE.columns() * coresPerTile);
  }

  /**
   * Losses from laser to detector, 4.22 dB: fibre coupling is left out, the laser is on the chip.
   */
  public static LinkBudget link() {
    MachZehnderModulator modulator = MachZehnderModulator.LT_MZM;
    int stages = treeStages(Math.max(TILE.rows(), TILE.columns()));
    return LinkBudget.of(
        List.of(
            new LinkBudget.Loss(
                modulator.name(),
                -Decibels.ofRatio(modulator.optics().transmission()),
                modulator.provenance()),
            LinkBudget.Loss.of(PassiveElement.MRR_ROUTER, 2),
            LinkBudget.Loss.of(PassiveElement.Y_BRANCH, stages + 1),
            LinkBudget.Loss.of(PassiveElement.MEMS_PHASE_SHIFTER, 1),
            new LinkBudget.Loss(
                "LT_DC_2x2",
                -Decibels.ofRatio(Coupler.LT_DC.transmission()),
                Coupler.LT_DC.provenance())));
  }

  static int treeStages(int leaves) {
    return 32 - Integer.numberOfLeadingZeros(leaves - 1);
  }

  /**
   * Electrical power of the laser of one core [W]: sensitivity times 2^bits at each of H·W nodes.
   */
  public double laserPower() {
    LaserSizing sizing =
        new LaserSizing(
            Laser.LT_WALL_PLUG_EFFICIENCY,
            Double.POSITIVE_INFINITY,
            (double) TILE.rows() * TILE.columns());
    double received = LinkBudget.thresholdPower(Photodiode.LT_SENSITIVITY_DBM, bits);
    return link().laserElectricalPower(received, sizing);
  }

  /** Modulator with the two rings that route its channel. */
  public static ModulatorDrive encoder() {
    ModulatorDrive drive = MachZehnderModulator.LT_MZM.drive();
    return new ModulatorDrive(
        drive.energyPerSymbol(), drive.staticPower() + 2 * PassiveElement.MRR_ROUTER.staticPower());
  }

  /** Power of one converter to analog [W]. */
  public double dacPower() {
    return DigitalAnalogConverter.CAP_14G.power(bits, CLOCK);
  }

  /** Power of one converter to digital [W]. */
  public double adcPower() {
    return AnalogDigitalConverter.SAR_10G.power(bits, CLOCK);
  }

  /** Power of one amplifier [W]. */
  public static double amplifierPower() {
    return TransimpedanceAmplifier.LT_POWER;
  }

  /** Power of the two photodiodes of a node [W]. */
  public static double diodePower() {
    return 2 * Photodiode.LT_PD.biasPower();
  }

  /** The same architecture for {@link org.lightpath.photonic.energy.CoreCost}. */
  public CoreDesign core() {
    TileShape peak = new TileShape(TILE.rows(), TILE.columns(), TILE.wavelengths(), 1);
    return new CoreDesign(
        name,
        new CoreDesign.Array(peak, cores()),
        new CoreDesign.Operation(CLOCK, bits, OperationDefinition.MAC_IS_TWO_OPS),
        new CoreDesign.Reuse((double) TILE.rows() * tiles, TILE.columns(), coresPerTile),
        new CoreDesign.Parts(
            encoder(),
            DigitalAnalogConverter.CAP_14G,
            new CoreDesign.Readout(
                Photodiode.LT_PD,
                2,
                TransimpedanceAmplifier.lightening(0, TransimpedanceAmplifier.LT_AREA_CODE),
                AnalogDigitalConverter.SAR_10G)));
  }
}
