package org.lightpath.fiber.transceiver;

import java.util.List;
import java.util.Optional;

/**
 * One received channel.
 *
 * @param channel its number, 0 being the lowest in frequency
 * @param frequency optical frequency [Hz] at which it was received
 * @param launchPower mean power [W] sent, both polarisations
 * @param receivedPower mean power [W] within the demultiplexer's band, both polarisations, noise
 *     included: of the field the symbols were taken from, unless {@linkplain #withReceivedPower
 *     replaced}
 * @param polarisations one result for each polarisation that carries symbols
 */
public record ChannelResult(
    int channel,
    double frequency,
    double launchPower,
    double receivedPower,
    List<PolarisationResult> polarisations) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public ChannelResult {
    polarisations = List.copyOf(polarisations);
    if (polarisations.isEmpty()) {
      throw new IllegalArgumentException("channel result: no polarisation, expected 1 or 2");
    }
  }

  /**
   * The same result with the power of another field, such as the one that arrived before
   * back-propagation.
   *
   * @param power [W]
   */
  public ChannelResult withReceivedPower(double power) {
    return new ChannelResult(channel, frequency, launchPower, power, polarisations);
  }

  /** Signal and noise of all polarisations together. */
  public SignalQuality quality() {
    return polarisations.stream()
        .map(PolarisationResult::quality)
        .reduce(SignalQuality::plus)
        .orElseThrow();
  }

  /** Errors of all polarisations added, information rates averaged; empty for Gaussian symbols. */
  public Optional<BitQuality> bits() {
    return polarisations.stream()
        .map(PolarisationResult::bits)
        .flatMap(Optional::stream)
        .reduce(BitQuality::plus);
  }
}
