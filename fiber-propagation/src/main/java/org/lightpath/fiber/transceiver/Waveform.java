package org.lightpath.fiber.transceiver;

import java.util.Objects;

/**
 * What every channel sends.
 *
 * @param format of the symbols
 * @param pulse spectral shape of a symbol
 * @param polarisations that carry symbols
 * @param laser of each channel
 */
public record Waveform(
    ModulationFormat format, PulseShape pulse, Polarisations polarisations, Laser laser) {
  /** Refuses null. */
  public Waveform {
    Objects.requireNonNull(format);
    Objects.requireNonNull(pulse);
    Objects.requireNonNull(polarisations);
    Objects.requireNonNull(laser);
  }

  /** Dual polarisation with an ideal laser. */
  public static Waveform dual(ModulationFormat format, PulseShape pulse) {
    return new Waveform(format, pulse, Polarisations.DUAL, Laser.ideal());
  }
}
