package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.Detector;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.TransimpedanceAmplifier;

/**
 * Parts that a readout is built of.
 *
 * @param detector diodes; their responsivity is in the detected photons of the light, not here
 * @param amplifier behind them
 * @param laser whose relative intensity noise reaches them
 * @param converter behind the amplifier
 */
public record ReceiverParts(
    Detector detector,
    TransimpedanceAmplifier amplifier,
    Laser laser,
    AnalogDigitalConverter converter) {
  /** Checks that nothing is missing. */
  public ReceiverParts {
    Objects.requireNonNull(detector);
    Objects.requireNonNull(amplifier);
    Objects.requireNonNull(laser);
    Objects.requireNonNull(converter);
  }
}
