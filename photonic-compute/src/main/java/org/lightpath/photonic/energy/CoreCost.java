package org.lightpath.photonic.energy;

import java.util.List;
import java.util.function.BiFunction;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;

/**
 * Energy of a multiply–accumulate in any core, from its devices and how they are shared.
 *
 * <p>E_MAC = E_laser + (E_mod + E_dac)/f_x + (E_mod + E_dac)/f_w + E_pd/N + E_tia/(N·c) +
 * E_adc/(A·c) + E_mem, with the energies of one cycle (conversion), f the fan-outs, A = N·steps the
 * multiply–accumulates of a readout and c the cores per readout. Photodiodes and amplifiers are
 * biased all the time, so integrating over more steps saves conversions only.
 */
public final class CoreCost {
  private CoreCost() {}

  /**
   * Power by component at the peak rate.
   *
   * @param design the core
   * @param laserPower electrical power of the laser of one core [W], from a {@link LinkBudget}
   * @param memoryEnergy of a multiply–accumulate [J]
   */
  public static EnergyBreakdown evaluate(
      CoreDesign design, double laserPower, double memoryEnergy) {
    Require.notNegative("laser power", laserPower, "W");
    Require.notNegative("memory energy", memoryEnergy, "J");
    CoreDesign.Reuse reuse = design.reuse();
    TileShape tile = design.array().tile();
    CoreDesign.Readout readout = design.parts().readout();
    double clock = design.operation().clock();
    int bits = design.operation().bits();
    double encoders = 1 / reuse.inputFanOut() + 1 / reuse.weightFanOut();
    double perReadout = tile.macsPerReadout() * reuse.coresPerReadout();
    double rate = design.throughput().macsPerSecond();
    Provenance how = Provenance.derived("formula of CoreCost from the parts of " + design.name());
    // Energies of a multiply–accumulate times the rate.
    BiFunction<String, Double, ComponentPower> power =
        (name, energy) -> new ComponentPower(name, energy * rate, how);
    double modulator = design.parts().modulator().power(clock) / clock;
    double dac = design.parts().dac().power(bits, clock) / clock;
    double diodes = readout.photodiodes() * readout.photodiode().biasPower() / clock;
    double amplifier = readout.amplifier().power() / clock;
    double adc = readout.adc().power(bits, clock) / clock;
    return new EnergyBreakdown(
        design.name(),
        design.throughput(),
        List.of(
            power.apply(Component.LASER, laserPower / (clock * tile.macsPerCycle())),
            power.apply(Component.DAC, dac * encoders),
            power.apply(Component.MZM, modulator * encoders),
            power.apply(Component.ADC, adc / perReadout),
            power.apply(Component.TIA, amplifier / (tile.wavelengths() * reuse.coresPerReadout())),
            power.apply(Component.PHOTODIODE, diodes / tile.wavelengths()),
            power.apply(Component.MEMORY, memoryEnergy)),
        how);
  }
}
