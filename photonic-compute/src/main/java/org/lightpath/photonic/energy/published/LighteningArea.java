package org.lightpath.photonic.energy.published;

import java.util.List;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.Coupler;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.Footprint;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.MicroringModulator;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.AreaBreakdown;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.TileShape;

/**
 * Area of Lightening-Transformer and of the microring bank it is compared with
 * (hardware_simulator/entry_area_power_profile.py of its artefact).
 *
 * <p>Two areas of the amplifier were published: the README prints a total of 60.329 mm² for LT-B
 * with 0.0576 mm² of amplifiers (100 µm² each), the current files give 60.3006 mm² with 0.0288 mm²
 * (50 µm²). The caller chooses: {@code TransimpedanceAmplifier.LT_AREA_README} or {@code
 * LT_AREA_CODE}.
 */
public final class LighteningArea {
  /** Name of the part that computes. */
  public static final String CORE = "photonic core";

  /** Name of the frequency combs. */
  public static final String COMB = "micro comb";

  private static final Provenance COUNTED =
      Provenance.derived("Lightening-Transformer: published footprints times device counts");
  private static final Provenance CACTI =
      Provenance.published("Lightening-Transformer: CACTI results entered in its artefact");
  private static final Footprint LASER = Footprint.micrometres(400, 300);
  private static final double ADDER = 240e-12 / 2.7;

  /** 2 MB for four tiles, 4 KB, 256 B [m²]. */
  private static final double GLOBAL_BUFFER = 14.348352e-6;

  private static final double LOCAL_BUFFER = 0.0683105e-6;
  private static final double CORE_BUFFER = 0.000305237e-6;

  /** Room beside and along the devices of a node [m]. */
  private static final double NODE_GAP_ALONG = 30e-6;

  private static final double NODE_GAP_ACROSS = 20e-6;
  private static final double RING_GAP = 5e-6;

  private LighteningArea() {}

  /**
   * Area by component.
   *
   * @param design which variant
   * @param amplifierArea of one transimpedance amplifier [m²]
   */
  public static AreaBreakdown of(LighteningDesign design, double amplifierArea) {
    TileShape tile = LighteningDesign.TILE;
    int readouts = tile.rows() * tile.columns() * design.tiles();
    int sources = design.tiles() + design.coresPerTile();
    int tiles = design.tiles();
    double routers =
        2.0
            * (tile.rows() + tile.columns())
            * tile.wavelengths()
            * design.cores()
            * PassiveElement.MRR_ROUTER.footprint().area();
    double buffers = 2 * tiles + design.cores() + design.coresPerTile();
    double memory = GLOBAL_BUFFER * tiles / 4 + LOCAL_BUFFER * (tiles + 1) + CORE_BUFFER * buffers;
    return new AreaBreakdown(
        design.name(),
        List.of(
            part(Component.LASER, sources * LASER.area()),
            part(
                Component.DAC,
                design.modulators() * DigitalAnalogConverter.CAP_14G.rating().area()),
            part(
                Component.MZM,
                design.modulators() * MachZehnderModulator.LT_MZM.footprint().area() + routers),
            part(Component.ADC, readouts * AnalogDigitalConverter.SAR_10G.rating().area()),
            part(Component.TIA, readouts * amplifierArea),
            part(CORE, design.cores() * (nodes(tile) + splitters(tile))),
            part(Component.ADDER, readouts * ADDER),
            new AreaBreakdown.Part(Component.MEMORY, memory, CACTI),
            part(COMB, sources * PassiveElement.MICRO_COMB.footprint().area())));
  }

  private static AreaBreakdown.Part part(String name, double squareMetres) {
    return new AreaBreakdown.Part(name, squareMetres, COUNTED);
  }

  /** Nodes of a core: Y branch, shifter, coupler and diodes in a row, with gaps. */
  private static double nodes(TileShape tile) {
    Footprint branch = PassiveElement.Y_BRANCH.footprint();
    Footprint shifter = PassiveElement.MEMS_PHASE_SHIFTER.footprint();
    Footprint coupler = Coupler.LT_DC.footprint();
    Footprint diode = Photodiode.LT_PD.footprint();
    double along =
        branch.length() + shifter.length() + coupler.length() + diode.width() + NODE_GAP_ALONG;
    double across =
        branch.length()
            + Math.max(Math.max(shifter.width(), coupler.width()), 2 * diode.length())
            + NODE_GAP_ACROSS;
    return tile.rows() * tile.columns() * along * across;
  }

  private static double splitters(TileShape tile) {
    return PassiveElement.Y_BRANCH.footprint().area()
        + splitterTree(tile.rows())
        + splitterTree(tile.columns());
  }

  private static double splitterTree(int leaves) {
    int stages = LighteningDesign.treeStages(leaves) + 1;
    return stages * leaves * PassiveElement.Y_BRANCH.footprint().area();
  }

  /**
   * Area of the microring bank by component.
   *
   * @param design which variant
   * @param amplifierArea of one transimpedance amplifier [m²]
   */
  public static AreaBreakdown of(RingBankDesign design, double amplifierArea) {
    int rows = RingBankDesign.SIZE;
    int cores = design.cores();
    int tiles = design.tiles();
    double memory =
        GLOBAL_BUFFER * tiles / 4
            + 2 * LOCAL_BUFFER * tiles
            + CORE_BUFFER * (2.0 * tiles + 2.0 * cores);
    return new AreaBreakdown(
        design.name(),
        List.of(
            part(Component.LASER, tiles * LASER.area()),
            part(
                Component.DAC,
                (double) cores
                    * rows
                    * (rows + 1)
                    * DigitalAnalogConverter.CAP_14G.rating().area()),
            part(
                Component.ADC,
                (double) cores * rows * AnalogDigitalConverter.SAR_10G.rating().area()),
            part(Component.TIA, cores * rows * amplifierArea),
            part(CORE, cores * (bank(rows) + splitterTree(rows))),
            part(Component.ADDER, tiles * rows * rows * ADDER),
            new AreaBreakdown.Part(Component.MEMORY, memory, CACTI),
            part(COMB, tiles * PassiveElement.MICRO_COMB.footprint().area())));
  }

  private static double bank(int rows) {
    Footprint ring = MicroringModulator.LT_MRR.footprint();
    Footprint diode = Photodiode.LT_PD.footprint();
    double pitch = rows * (ring.length() + RING_GAP);
    double width = pitch + diode.width() + RING_GAP;
    double height = Math.max(ring.width(), 2 * diode.length());
    return rows * height * width + pitch * ring.width();
  }
}
