package org.lightpath.fiber.transceiver;

import java.util.Objects;
import java.util.Optional;

/**
 * One polarisation of one received channel.
 *
 * @param quality signal and noise of this polarisation
 * @param bits counted errors and information rates; empty for Gaussian symbols
 * @param constellation received symbols, scaled to h = 1, thinned for plots
 * @param eye for plots
 */
public record PolarisationResult(
    SignalQuality quality,
    Optional<BitQuality> bits,
    ComplexSamples constellation,
    EyeDiagram eye) {
  /** Refuses null. */
  public PolarisationResult {
    Objects.requireNonNull(quality);
    Objects.requireNonNull(bits);
    Objects.requireNonNull(constellation);
    Objects.requireNonNull(eye);
  }
}
