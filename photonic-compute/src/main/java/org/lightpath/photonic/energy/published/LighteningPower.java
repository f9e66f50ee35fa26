package org.lightpath.photonic.energy.published;

import java.util.List;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.ComponentPower;
import org.lightpath.photonic.energy.EnergyBreakdown;

/**
 * Peak power of Lightening-Transformer by component: power of a device times how many there are
 * (hardware_simulator/entry_area_power_profile.py of its artefact, architecture optimisations on).
 */
public final class LighteningPower {
  private static final Provenance COUNTED =
      Provenance.derived("Lightening-Transformer: published device powers times device counts");
  private static final Provenance CACTI =
      Provenance.published("Lightening-Transformer: CACTI results entered in its artefact");

  /** Global buffer of four tiles, local buffer of a tile, buffer of a core [W]. */
  private static final double GLOBAL_BUFFER = 315.2512e-3;

  private static final double LOCAL_BUFFER = 0.172725e-3;
  private static final double CORE_BUFFER = 0.0154e-3;

  private LighteningPower() {}

  /** Power by component at the peak rate. */
  public static EnergyBreakdown of(LighteningDesign design) {
    int outputs = LighteningDesign.TILE.rows() * LighteningDesign.TILE.columns();
    int readouts = outputs * design.tiles();
    int nodes = outputs * design.cores();
    double encoder = LighteningDesign.encoder().power(LighteningDesign.CLOCK);
    return new EnergyBreakdown(
        design.name(),
        design.throughput(),
        List.of(
            counted(Component.LASER, design.cores(), design.laserPower()),
            counted(Component.DAC, design.modulators(), design.dacPower()),
            counted(Component.MZM, design.modulators(), encoder),
            counted(Component.ADC, readouts, design.adcPower()),
            counted(Component.TIA, readouts, LighteningDesign.amplifierPower()),
            counted(Component.PHOTODIODE, nodes, LighteningDesign.diodePower()),
            counted(Component.ADDER, readouts, LighteningDesign.ADDER_POWER),
            new ComponentPower(Component.MEMORY, memory(design), CACTI)),
        COUNTED);
  }

  private static ComponentPower counted(String name, int count, double watts) {
    return new ComponentPower(name, count * watts, COUNTED);
  }

  /**
   * One global buffer for four tiles; a local buffer for each tile and one for the shared operand;
   * two core buffers for each tile's outputs, one for each core and one for each core's share of
   * operand two.
   */
  private static double memory(LighteningDesign design) {
    int tiles = design.tiles();
    int buffers = 2 * tiles + design.cores() + design.coresPerTile();
    return GLOBAL_BUFFER * tiles / 4 + LOCAL_BUFFER * (tiles + 1) + CORE_BUFFER * buffers;
  }
}
