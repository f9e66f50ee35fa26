package org.lightpath.photonic.energy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    double cycle = design.operation().clock() * design.array().tile().macsPerCycle();
    Map<String, Double> energies = new LinkedHashMap<>();
    energies.put(Component.LASER, laserPower / cycle);
    putEncoders(design, energies);
    putReadout(design, energies);
    energies.put(Component.MEMORY, memoryEnergy);
    double rate = design.throughput().macsPerSecond();
    Provenance how = Provenance.derived("formula of CoreCost from the parts of " + design.name());
    List<ComponentPower> powers = new ArrayList<>();
    energies.forEach((name, energy) -> powers.add(new ComponentPower(name, energy * rate, how)));
    return new EnergyBreakdown(design.name(), design.throughput(), powers, how);
  }

  private static void putEncoders(CoreDesign design, Map<String, Double> energies) {
    CoreDesign.Reuse reuse = design.reuse();
    double clock = design.operation().clock();
    double symbols = 1 / reuse.inputFanOut() + 1 / reuse.weightFanOut();
    double dac = design.parts().dac().power(design.operation().bits(), clock) / clock;
    energies.put(Component.DAC, dac * symbols);
    energies.put(Component.MZM, design.parts().modulator().power(clock) / clock * symbols);
  }

  private static void putReadout(CoreDesign design, Map<String, Double> energies) {
    CoreDesign.Readout readout = design.parts().readout();
    TileShape tile = design.array().tile();
    double clock = design.operation().clock();
    double cores = design.reuse().coresPerReadout();
    double adc = readout.adc().power(design.operation().bits(), clock) / clock;
    double diodes = readout.photodiodes() * readout.photodiode().biasPower() / clock;
    energies.put(Component.ADC, adc / (tile.macsPerReadout() * cores));
    energies.put(Component.TIA, readout.amplifier().power() / clock / (tile.wavelengths() * cores));
    energies.put(Component.PHOTODIODE, diodes / tile.wavelengths());
  }
}
