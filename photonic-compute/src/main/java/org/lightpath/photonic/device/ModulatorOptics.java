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
    if (!(extinctionRatio > 1)) {
      throw new IllegalArgumentException(
          "extinction ratio is %s, expected a power ratio above 1".formatted(extinctionRatio));
    }
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

  /** The same with a half-wave voltage [V]. */
  public ModulatorOptics withHalfWaveVoltage(double volts) {
    return new ModulatorOptics(OptionalDouble.of(volts), extinctionRatio, transmission, bandwidth);
  }
}
