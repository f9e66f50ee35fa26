package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;

/**
 * How the line between two nodes is built: booster, then equal spans of fibre with a connector at
 * each end and an in-line amplifier between each two, then pre-amplifier.
 *
 * @param fiber the glass
 * @param length of all fibre together [m]
 * @param connectorTransmission power transmission at each end of each span, 1 for no loss
 * @param amplification amplifiers
 */
public record LineDesign(
    Fiber fiber, double length, double connectorTransmission, Amplification amplification) {

  /**
   * Amplifiers along a line.
   *
   * @param spacing largest length [m] of a span; the line is cut into as few equal spans as keep it
   * @param booster at the beginning; automatic gain makes up for the loss of the node there (its
   *     through loss, or its add loss if light never passes)
   * @param inLine between spans; automatic gain makes up for the span in front of it
   * @param preamplifier at the end; automatic gain makes up for the last span
   */
  public record Amplification(
      OptionalDouble spacing,
      Optional<AmplifierSpec> booster,
      Optional<AmplifierSpec> inLine,
      Optional<AmplifierSpec> preamplifier) {
    /**
     * Checks that spacing and in-line amplifiers come together.
     *
     * @throws IllegalArgumentException if only one of them is given or the spacing is not positive
     */
    public Amplification {
      Objects.requireNonNull(booster);
      Objects.requireNonNull(preamplifier);
      if (spacing.isPresent() != inLine.isPresent()) {
        throw new IllegalArgumentException(
            "amplification: spacing is %s and in-line amplifier is %s; give both or none"
                .formatted(
                    spacing.isPresent() ? "given" : "missing",
                    inLine.isPresent() ? "given" : "missing"));
      }
      if (spacing.isPresent() && !(spacing.getAsDouble() > 0)) {
        throw new IllegalArgumentException(
            "amplification: spacing is %s m, expected a positive length"
                .formatted(spacing.getAsDouble()));
      }
    }

    /** No amplifier at all. */
    public static Amplification none() {
      return new Amplification(
          OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Only an amplifier at the end. */
    public static Amplification atEnd(AmplifierSpec preamplifier) {
      return new Amplification(
          OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.of(preamplifier));
    }

    /**
     * The same amplifier behind every span, the last one included.
     *
     * @param spacing largest length of a span [m]
     */
    public static Amplification every(double spacing, AmplifierSpec amplifier) {
      return new Amplification(
          OptionalDouble.of(spacing),
          Optional.empty(),
          Optional.of(amplifier),
          Optional.of(amplifier));
    }

    /** The same with a booster at the beginning. */
    public Amplification withBooster(AmplifierSpec amplifier) {
      return new Amplification(spacing, Optional.of(amplifier), inLine, preamplifier);
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the length is not positive or the transmission not in (0,
   *     1]
   */
  public LineDesign {
    Objects.requireNonNull(fiber);
    Objects.requireNonNull(amplification);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "line of fibre '%s': length is %s m, expected a positive number"
              .formatted(fiber.name(), length));
    }
    if (!(connectorTransmission > 0 && connectorTransmission <= 1)) {
      throw new IllegalArgumentException(
          "line of fibre '%s': power transmission of a connector is %s (%.4g dB), expected more than 0 and at most 1"
              .formatted(
                  fiber.name(), connectorTransmission, Optics.toDecibels(connectorTransmission)));
    }
  }

  /** Fibre alone. */
  public static LineDesign passive(Fiber fiber, double length) {
    return new LineDesign(fiber, length, 1, Amplification.none());
  }

  /** Number of spans: the fewest equal ones that keep the spacing. */
  public int spans() {
    // Rounding in length/spacing must not cost one more span.
    double ratio = length / amplification.spacing().orElse(length);
    return Math.max(1, (int) Math.ceil(ratio * (1 - 4 * Math.ulp(1.0))));
  }

  /**
   * The elements with their gains.
   *
   * @param where name of the link, for messages
   * @param nodeTransmission power transmission of the node at the beginning, for an automatic
   *     booster
   */
  List<LinkElement> elements(String where, double nodeTransmission) {
    List<LinkElement> line = new ArrayList<>();
    amplification
        .booster()
        .ifPresent(
            spec -> line.add(spec.behind("link '%s', booster".formatted(where), nodeTransmission)));
    int spans = spans();
    FiberSection section = new FiberSection(fiber, length / spans);
    double lost = section.transmission() * connectorTransmission * connectorTransmission;
    for (int s = 1; s <= spans; s++) {
      addConnector(line);
      line.add(section);
      addConnector(line);
      Optional<AmplifierSpec> behind =
          s < spans ? amplification.inLine() : amplification.preamplifier();
      if (behind.isPresent()) {
        line.add(behind.get().behind("link '%s', span %d of %d".formatted(where, s, spans), lost));
      }
    }
    return line;
  }

  private void addConnector(List<LinkElement> line) {
    if (connectorTransmission < 1) {
      line.add(new LumpedLoss(connectorTransmission));
    }
  }
}
