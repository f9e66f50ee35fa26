package org.lightpath.photonic.energy.published;

import java.util.List;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.AreaBreakdown;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.ComponentPower;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.Throughput;

/**
 * Albireo (Shiflett et al., ISCA 2021), Table III and its areas, as unit values times counts.
 *
 * <p>9 groups of 3 units; a unit has 3 star-coupled groups of 3 rows of 5 columns, that is 45
 * products with two rings each. Every row has one weight modulator; 21 inputs are modulated for
 * each of 3 units. Unit values and shape are those of the CiMLoop model of Albireo
 * (albireo_isca_2021).
 *
 * <p>Against the printed table: MRR, MZM, DAC, ADC and the totals agree within 1 %, save the values
 * printed with one or two digits, which agree within half their last digit only: TIA (0.135 W for
 * 0.14 W, 0.0675 W for 0.07 W, 0.0135 W for 0.01 W), the aggressive MZM (0.173 W for 0.17 W) and
 * the moderate laser (0.087 W for 0.09 W). Cache is the printed 0.03 W: no unit value gives it.
 */
public final class AlbireoPower {
  /** Products in a cycle: 9 groups × 3 units × 45. */
  static final int PRODUCTS = 9 * 3 * 45;

  private static final int UNITS = 9 * 3;
  private static final int STAR_GROUPS = UNITS * 3;
  private static final int RINGS = 2 * PRODUCTS;
  private static final int MODULATORS = STAR_GROUPS * 3 + 21 * 3;
  private static final int OUTPUTS = 9 * 5;
  private static final double CLOCK = 5e9;

  private static final Provenance COUNTED =
      Provenance.derived("CiMLoop albireo_isca_2021: unit values times counts");
  private static final Provenance ROW =
      Provenance.derived("from the row of Albireo's Table III itself, so no test of it");

  private AlbireoPower() {}

  /** Power by component. */
  public static EnergyBreakdown of(AlbireoScaling scaling) {
    boolean aggressive = scaling == AlbireoScaling.AGGRESSIVE;
    return new EnergyBreakdown(
        "Albireo " + scaling.name().toLowerCase(java.util.Locale.ROOT),
        new Throughput(PRODUCTS * CLOCK, OperationDefinition.MAC_IS_TWO_OPS),
        List.of(
            counted(Component.MRR, RINGS, scaling.ringPower()),
            counted(Component.MZM, MODULATORS, scaling.modulatorPower()),
            new ComponentPower(
                Component.LASER, PRODUCTS * scaling.laserPower(), aggressive ? ROW : COUNTED),
            counted(Component.TIA, OUTPUTS, scaling.amplifierPower()),
            counted(Component.DAC, MODULATORS, scaling.dacPower()),
            new ComponentPower(Component.ADC, OUTPUTS * scaling.adcPower(), ROW),
            new ComponentPower(Component.MEMORY, 0.03, ROW)),
        COUNTED);
  }

  private static ComponentPower counted(String name, int count, double watts) {
    return new ComponentPower(name, count * watts, COUNTED);
  }

  /**
   * Area by component. Converters to analog are counted for the weights only: with those of the
   * inputs their share would print as 0.04 % instead of 0.03 %. The converters to digital are 0.4 %
   * of 124.6 mm², from the share itself; the memory is the 0.59 mm × 0.34 mm of its 256 kB, without
   * the weight caches, 0.16 % where 0.2 % is printed.
   */
  public static AreaBreakdown area() {
    return new AreaBreakdown(
        "Albireo",
        List.of(
            part("AWG", STAR_GROUPS, 1108089e-12),
            part("star coupler", STAR_GROUPS, 262500e-12),
            part(Component.LASER, PRODUCTS, 6153e-12),
            part(Component.MRR, RINGS, 410e-12),
            part(Component.MZM, MODULATORS, 15066e-12),
            part(Component.DAC, STAR_GROUPS * 3, 153e-12),
            new AreaBreakdown.Part(Component.ADC, 0.004 * 124.6e-6, ROW),
            part(Component.TIA, OUTPUTS, 2769e-12),
            part(Component.PHOTODIODE, UNITS, 9230e-12),
            part(Component.MEMORY, 1, 0.59e-3 * 0.34e-3)));
  }

  private static AreaBreakdown.Part part(String name, int count, double squareMetres) {
    return new AreaBreakdown.Part(name, count * squareMetres, COUNTED);
  }
}
