package org.lightpath.fiber.link;

import java.util.List;
import org.lightpath.fiber.Fiber;

/**
 * One span: elements in the order in which light meets them, usually fibre, then amplifier.
 *
 * @param elements at least one
 */
public record Span(List<LinkElement> elements) {
  /** Copies the list. */
  public Span {
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("span: expected at least one element, got none");
    }
  }

  /** A span of elements. */
  public static Span of(LinkElement... elements) {
    return new Span(List.of(elements));
  }

  /**
   * Fibre followed by an amplifier that makes up for its loss exactly.
   *
   * @param length L [m]
   * @param noiseFigure F (a ratio)
   */
  public static Span amplified(Fiber fiber, double length, double noiseFigure) {
    FiberSection section = new FiberSection(fiber, length);
    return of(section, new Amplifier(1 / section.transmission(), noiseFigure));
  }

  /** Length of fibre [m], dispersion-compensating fibre included. */
  public double length() {
    return elements.stream()
        .mapToDouble(element -> element instanceof FiberSection section ? section.length() : 0)
        .sum();
  }

  /** Power out over power in, filters apart. */
  public double netGain() {
    return elements.stream().mapToDouble(Span::powerRatio).reduce(1, (a, b) -> a * b);
  }

  /** Power out over power in of one element; 1 for a filter, whose effect depends on the light. */
  static double powerRatio(LinkElement element) {
    return switch (element) {
      case FiberSection section -> section.transmission();
      case Amplifier amplifier -> amplifier.gain();
      case LumpedLoss loss -> loss.transmission();
      case OpticalFilter _ -> 1;
    };
  }

  /**
   * Spectral density out over in of one element.
   *
   * @param offset frequency [Hz] relative to the carrier, for filters: |H|² there
   */
  static double powerRatio(LinkElement element, double offset) {
    return element instanceof OpticalFilter filter
        ? filter.transmission(offset)
        : powerRatio(element);
  }
}
