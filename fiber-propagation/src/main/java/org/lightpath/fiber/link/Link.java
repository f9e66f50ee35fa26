package org.lightpath.fiber.link;

import java.util.Collections;
import java.util.List;

/**
 * A fibre link: spans in a row.
 *
 * @param spans at least one
 */
public record Link(List<Span> spans) {
  /** Copies the list. */
  public Link {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("link: expected at least one span, got none");
    }
  }

  /** The same span, several times. */
  public static Link repeated(Span span, int times) {
    return new Link(Collections.nCopies(times, span));
  }

  /** Length of fibre [m]. */
  public double length() {
    return spans.stream().mapToDouble(Span::length).sum();
  }

  /** Power out over power in, filters apart. */
  public double netGain() {
    return spans.stream().mapToDouble(Span::netGain).reduce(1, (a, b) -> a * b);
  }

  /**
   * Spectral density [W/Hz] in each polarisation of the amplifiers' noise at the end of the link,
   * by linear transmission; filters apart.
   *
   * @param frequency ν [Hz], the carrier
   */
  public double noiseDensity(double frequency) {
    double density = 0;
    for (Span span : spans) {
      for (LinkElement element : span.elements()) {
        density *= Span.powerRatio(element);
        if (element instanceof Amplifier amplifier) {
          density += amplifier.noiseDensity(frequency);
        }
      }
    }
    return density;
  }
}
