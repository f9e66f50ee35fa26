package org.lightpath.photonic.device;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Optical side of a Mach–Zehnder modulator.
 *
 * @param halfWaveVoltage V_π [V]; empty where the source states none
 * @param extinctionRatio ER (a power ratio above 1)
 * @param transmission power transmission at the maximum, insertion loss included (at most 1)
 * @param bandwidth electro-optic 3 dB bandwidth [Hz]
 */
public record ModulatorOptics(
    OptionalDouble halfWaveVoltage, double extinctionRatio, double transmission, double bandwidth) {
  /** Checks the numbers. */
  public ModulatorOptics {
    Objects.requireNonNull(halfWaveVoltage);
    halfWaveVoltage.ifPresent(v -> Require.positive("half-wave voltage", v, "V"));
    Require.extinctionRatio(extinctionRatio);
    Require.fraction("transmission", transmission);
    Require.positive("bandwidth", bandwidth, "Hz");
  }

  /** The usual way to state it: levels in dB, V_π unknown. */
  public static ModulatorOptics decibels(
      double extinctionDecibels, double insertionLossDecibels, double bandwidth) {
    return new ModulatorOptics(
        OptionalDouble.empty(),
        Decibels.toRatio(extinctionDecibels),
        Decibels.transmission(insertionLossDecibels),
        bandwidth);
  }

  /**
   * Symbol memory ρ = exp(−2π·f₃dB/f_s) of a single pole: x_eff[k] = (1 − ρ)·Σ_m ρ^m·x[k − m].
   *
   * @param bandwidth f₃dB [Hz]
   * @param symbolRate f_s [1/s]
   */
  public static double symbolMemory(double bandwidth, double symbolRate) {
    return Math.exp(
        -2
            * Math.PI
            * Require.positive("bandwidth of a modulator", bandwidth, "Hz")
            / Require.positive("symbol rate of a modulator", symbolRate, "1/s"));
  }

  /** The same with a half-wave voltage [V]. */
  public ModulatorOptics withHalfWaveVoltage(double volts) {
    return new ModulatorOptics(OptionalDouble.of(volts), extinctionRatio, transmission, bandwidth);
  }
}
