package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Voltage-driven phase shifter with φ = γV², γ = π/V_π²: uniform voltages are not uniform phases.
 *
 * @param name as in the source
 * @param range V_π and largest voltage
 * @param resistance R of the heater [Ω], for the holding power V²/R; infinite if no current flows
 * @param settings loss and resolution
 * @param provenance where the numbers come from
 */
public record VoltagePhaseShifter(
    String name, Range range, double resistance, Settings settings, Provenance provenance)
    implements PhaseShifter {
  /**
   * Voltages.
   *
   * @param halfWave V_π [V]
   * @param largest V_max [V]
   */
  public record Range(double halfWave, double largest) {
    /** Checks the numbers. */
    public Range {
      Require.positive("half-wave voltage", halfWave, "V");
      Require.positive("largest voltage", largest, "V");
    }
  }

  /**
   * Loss and resolution.
   *
   * @param transmission power transmission (at most 1)
   * @param bits b, 2^b voltages over [0, V_max]
   */
  public record Settings(double transmission, int bits) {
    /** Checks the numbers. */
    public Settings {
      Require.fraction("transmission", transmission);
      Require.count("bits", bits);
    }
  }

  /** V_π 4.36 V, V_max 10.8 V; loss and resistance are not stated, so none and no current. */
  public static VoltagePhaseShifter torchOnn(int bits) {
    return new VoltagePhaseShifter(
        "TorchONN phase shifter",
        new Range(4.36, 10.8),
        Double.POSITIVE_INFINITY,
        new Settings(1, bits),
        Provenance.published(
            "TorchONN, v_pi and v_max of its MZI layers; the resolution is the caller's"));
  }

  /** Checks the numbers. */
  public VoltagePhaseShifter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(range);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(provenance);
    if (!(resistance > 0)) {
      throw new IllegalArgumentException(
          "resistance is %s ohm, expected above 0, or infinity".formatted(resistance));
    }
  }

  /** γ = π/V_π² [rad/V²]. */
  public double gamma() {
    return Math.PI / (range.halfWave * range.halfWave);
  }

  /** Phase γV² at a voltage [V]. */
  public double phase(double voltage) {
    return gamma() * voltage * voltage;
  }

  /**
   * Voltage √(φ/γ) for a phase [V].
   *
   * @throws IllegalArgumentException if the phase is negative or needs more than V_max
   */
  public double voltage(double phase) {
    double voltage = Math.sqrt(phase / gamma());
    if (!(voltage <= range.largest)) {
      throw new IllegalArgumentException(
          "phase is %s rad, expected 0 to %s rad; take off whole turns"
              .formatted(phase, phase(range.largest)));
    }
    return voltage;
  }

  @Override
  public double transmission() {
    return settings.transmission;
  }

  @Override
  public int bits() {
    return settings.bits;
  }

  @Override
  public double holdingPower(double phase) {
    double voltage = voltage(phase);
    return voltage * voltage / resistance;
  }

  /** Phase of the nearest of 2^b uniform voltages on [0, V_max]. */
  @Override
  public double quantised(double phase) {
    double step = range.largest / ((1L << settings.bits) - 1);
    return phase(Math.rint(voltage(phase) / step) * step);
  }
}
