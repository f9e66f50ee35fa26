package org.lightpath.cloud.account;

import java.util.EnumMap;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.TileShape;

/**
 * Energy of products in the optical core.
 *
 * <p>With t = cycles/f the time that the array is lit, n = H·W·cores outputs, S symbols of a stream
 * on m = n·N_λ/fan-out modulators:
 *
 * <ul>
 *   <li>laser: P_elec·t of the whole array, see {@link CentreHardware.Lasers}
 *   <li>modulators: E_symbol·S + P_static·m·t
 *   <li>DAC: (P(bits, f)/f)·S
 *   <li>photodiodes: diodes·P_bias·n·t; amplifiers: P·(n/c)·t
 *   <li>ADC: (P(bits, f/L)/(f/L))·conversions
 *   <li>amplifiers in line: their share for a channel·m·t: each modulator has a channel
 *   <li>memory: weights once a repetition from main memory, every symbol and read-out through the
 *       buffer
 * </ul>
 */
final class OpticalEnergy {
  private final CentreHardware hardware;
  private final CoreDesign core;
  private final double outputs;

  OpticalEnergy(CentreHardware hardware) {
    this.hardware = hardware;
    this.core = hardware.core();
    TileShape tile = core.array().tile();
    this.outputs = (double) tile.rows() * tile.columns() * core.array().cores();
  }

  /** Paths of both streams. */
  record Paths(StreamPath inputs, StreamPath weights) {}

  /** Time that the array is lit [s]: cycles/f. */
  double litSeconds(Tiling tiling) {
    return tiling.cycles() / core.operation().clock();
  }

  /** Modulators of inputs: H·W·N_λ·cores/f_x. */
  double inputModulators() {
    return outputs * core.array().tile().wavelengths() / core.reuse().inputFanOut();
  }

  /** Modulators of weights: H·W·N_λ·cores/f_w. */
  double weightModulators() {
    return outputs * core.array().tile().wavelengths() / core.reuse().weightFanOut();
  }

  /** Energy of what is on as long as the array is lit, but for symbols and conversions [J]. */
  Energies lit(double seconds, Paths paths) {
    EnumMap<EnergyComponent, Double> joules = new EnumMap<>(EnergyComponent.class);
    double share = hardware.lasers().inputShare();
    double bias = core.parts().modulator().staticPower() * seconds;
    CoreDesign.Readout readout = core.parts().readout();
    joules.put(EnergyComponent.LASER_INPUTS, laserWatts(share, paths.inputs) * seconds);
    joules.put(EnergyComponent.LASER_WEIGHTS, laserWatts(1 - share, paths.weights) * seconds);
    joules.put(EnergyComponent.MODULATOR_INPUTS, bias * inputModulators());
    joules.put(EnergyComponent.MODULATOR_WEIGHTS, bias * weightModulators());
    joules.put(
        EnergyComponent.PHOTODIODE,
        readout.photodiodes() * readout.photodiode().biasPower() * outputs * seconds);
    joules.put(
        EnergyComponent.TIA,
        readout.amplifier().power() * outputs / core.reuse().coresPerReadout() * seconds);
    joules.put(
        EnergyComponent.AMPLIFIERS,
        (paths.inputs.amplifiers().wattsPerChannel() * inputModulators()
                + paths.weights.amplifiers().wattsPerChannel() * weightModulators())
            * seconds);
    return new Energies(joules);
  }

  private double laserWatts(double share, StreamPath path) {
    CentreHardware.Lasers lasers = hardware.lasers();
    double atCentre =
        lasers
            .chip()
            .laserElectricalPower(
                lasers.receivedPower(), lasers.sizing(outputs / core.array().cores()));
    return share * atCentre * core.array().cores() * Decibels.toRatio(path.netDecibels());
  }

  /** Energy of symbols, conversions, memory and partial sums of one repetition of a batch [J]. */
  Energies worked(ProductLayer layer, Tiling tiling) {
    EnumMap<EnergyComponent, Double> joules = new EnumMap<>(EnergyComponent.class);
    Tiling.Symbols symbols = tiling.symbols();
    double modulator = core.parts().modulator().energyPerSymbol();
    double clock = core.operation().clock();
    double dac = core.parts().dac().power(core.operation().bits(), clock) / clock;
    joules.put(EnergyComponent.MODULATOR_INPUTS, modulator * symbols.inputs());
    joules.put(EnergyComponent.MODULATOR_WEIGHTS, modulator * symbols.weights());
    joules.put(EnergyComponent.DAC_INPUTS, dac * symbols.inputs());
    joules.put(EnergyComponent.DAC_WEIGHTS, dac * symbols.weights());
    joules.put(EnergyComponent.ADC, conversion() * tiling.readOuts().conversions());
    joules.put(EnergyComponent.MEMORY, mainMemory(layer) + buffer(tiling));
    joules.put(
        EnergyComponent.PARTIAL_SUMS,
        hardware.processor().joulesPerOperation() * tiling.readOuts().additions());
    return new Energies(joules);
  }

  private double conversion() {
    double rate = core.operation().clock() / core.array().tile().timeSteps();
    return core.parts().readout().adc().power(core.operation().readoutBits(), rate) / rate;
  }

  /** Bytes of the weights of one repetition. */
  double weightBytes(ProductLayer layer) {
    return layer.weightValues() * (core.operation().bits() / 8.0);
  }

  /** Reading the weights of a layer once [J]. */
  double mainMemory(ProductLayer layer) {
    return hardware.memory().mainJoulesPerByte() * weightBytes(layer);
  }

  private double buffer(Tiling tiling) {
    double symbols = (double) tiling.symbols().inputs() + tiling.symbols().weights();
    double bits =
        core.operation().bits() * symbols
            + (double) core.operation().readoutBits() * tiling.readOuts().conversions();
    return hardware.memory().bufferJoulesPerByte() * bits / 8;
  }
}
