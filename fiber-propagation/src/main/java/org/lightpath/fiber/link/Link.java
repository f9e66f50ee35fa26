package org.lightpath.fiber.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

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
   * Spectral density out over in at one frequency, filters included.
   *
   * @param offset frequency [Hz] relative to the carrier
   */
  public double netGain(double offset) {
    return elements().mapToDouble(e -> Span.powerRatio(e, offset)).reduce(1, (a, b) -> a * b);
  }

  /**
   * Spectral density out over in at one frequency of the filters alone: ∏|H|².
   *
   * @param offset frequency [Hz] relative to the carrier
   */
  public double filterTransmission(double offset) {
    return elements()
        .filter(OpticalFilter.class::isInstance)
        .mapToDouble(e -> Span.powerRatio(e, offset))
        .reduce(1, (a, b) -> a * b);
  }

  private Stream<LinkElement> elements() {
    return spans.stream().map(Span::elements).flatMap(List::stream);
  }

  /**
   * Spectral density [W/Hz] in each polarisation of the amplifiers' noise at the end of the link,
   * by linear transmission, at one frequency. Noise passes the filters behind its amplifier.
   *
   * @param frequency ν [Hz], for the energy of a photon
   * @param offset the same frequency [Hz] relative to the carrier, for the filters
   */
  public double noiseDensity(double frequency, double offset) {
    double density = 0;
    for (Span span : spans) {
      for (LinkElement element : span.elements()) {
        density *= Span.powerRatio(element, offset);
        if (element instanceof Amplifier amplifier) {
          density += amplifier.noiseDensity(frequency);
        }
      }
    }
    return density;
  }

  /**
   * Power relative to the launched one along the link, by linear transmission, filters and noise
   * apart: for a figure of the power over z. Where an element changes it at a point, the position
   * occurs twice.
   *
   * @param parts points for each fibre section
   */
  public List<GainPoint> gainProfile(int parts) {
    List<GainPoint> profile = new ArrayList<>();
    double position = 0;
    double gain = 1;
    profile.add(new GainPoint(position, gain));
    for (Span span : spans) {
      for (LinkElement element : span.elements()) {
        if (element instanceof FiberSection section) {
          for (int i = 1; i <= parts; i++) {
            double z = section.length() * i / parts;
            double left = Math.exp(-section.fiber().attenuation() * z);
            profile.add(new GainPoint(position + z, gain * left));
          }
          position += section.length();
        }
        gain *= Span.powerRatio(element);
        if (!(element instanceof FiberSection) && Span.powerRatio(element) != 1) {
          profile.add(new GainPoint(position, gain));
        }
      }
    }
    return profile;
  }

  /**
   * A point of the power profile.
   *
   * @param position z [m]
   * @param gain power over the launched power
   */
  public record GainPoint(double position, double gain) {}
}
