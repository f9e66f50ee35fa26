package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Thermo-optic phase shifter: holding φ takes P_π·φ/π; settings are uniform in phase over 2π.
 *
 * @param name as in the source
 * @param powerForPi P_π [W]; 0 for mechanical shifters that hold without power
 * @param transmission power transmission (at most 1)
 * @param bits b, 2^b phases over [0, 2π)
 * @param provenance where the numbers come from
 */
public record HeaterPhaseShifter(
    String name, double powerForPi, double transmission, int bits, Provenance provenance)
    implements PhaseShifter {
  /** ACADEMIA_TO_PS: P_π 30 mW, 0.25 dB. The source states no resolution. */
  public static HeaterPhaseShifter academia(int bits) {
    return simphony("ACADEMIA_TO_PS", 30e-3, 0.25, bits);
  }

  /** MEMS_PS: holds at nanowatts, entered as 0; 0.33 dB. The source states no resolution. */
  public static HeaterPhaseShifter mems(int bits) {
    return simphony("MEMS_PS", 0, 0.33, bits);
  }

  /** ITO_PS: P_π 15 mW, 0.03 dB. The source states no resolution. */
  public static HeaterPhaseShifter ito(int bits) {
    return simphony("ITO_PS", 15e-3, 0.03, bits);
  }

  private static HeaterPhaseShifter simphony(String name, double power, double loss, int bits) {
    return new HeaterPhaseShifter(
        name,
        power,
        Decibels.transmission(loss),
        bits,
        Provenance.published(
            "SimPhony, configs/devices/photonics/phase_shifter.yml; the resolution is the caller's"));
  }

  /** Checks the numbers. */
  public HeaterPhaseShifter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(provenance);
    Require.notNegative("power for pi", powerForPi, "W");
    Require.fraction("transmission", transmission);
    Require.count("bits", bits);
  }

  @Override
  public double holdingPower(double phase) {
    return powerForPi * wrapped(phase) / Math.PI;
  }

  /** Nearest of 2^b uniform phases on [0, 2π). */
  @Override
  public double quantised(double phase) {
    double step = Math.scalb(2 * Math.PI, -bits);
    return wrapped(Math.rint(phase / step) * step);
  }

  private static double wrapped(double phase) {
    double turn = 2 * Math.PI;
    double rest = phase % turn;
    return rest < 0 ? rest + turn : rest;
  }
}
