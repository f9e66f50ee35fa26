package org.lightpath.fiber.gn;

import java.util.List;
import java.util.Objects;

/**
 * What a GN model is asked about.
 *
 * @param carrier optical frequency [Hz] of frequency zero
 * @param channels the comb
 * @param spans in order
 * @param polarisation one or two
 */
public record GnLink(
    double carrier, List<GnChannel> channels, List<GnSpan> spans, GnPolarisation polarisation) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no channel or no span, or the carrier is not
   *     positive
   */
  public GnLink {
    channels = List.copyOf(channels);
    spans = List.copyOf(spans);
    Objects.requireNonNull(polarisation);
    if (channels.isEmpty() || spans.isEmpty() || !(carrier > 0)) {
      throw new IllegalArgumentException(
          "GN link of %d channels and %d spans at %s Hz: expected at least one of each"
              .formatted(channels.size(), spans.size(), carrier));
    }
  }

  /** Power at the link's output over power at its input. */
  double totalGain() {
    return spans.stream().mapToDouble(GnSpan::netGain).reduce(1, (a, b) -> a * b);
  }

  /** The same link with the powers of all channels multiplied. */
  GnLink scaled(double factor) {
    List<GnChannel> louder =
        channels.stream()
            .map(c -> new GnChannel(c.frequency(), c.symbolRate(), c.power() * factor))
            .toList();
    return new GnLink(carrier, louder, spans, polarisation);
  }
}
