package org.lightpath.cloud.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;

/**
 * What a stream passes between its node and the core.
 *
 * @param link fibres, amplifiers, losses; empty for a node next to the core
 * @param demultiplexer filter in front of the core; empty for none
 * @param carrier optical frequency of the stream [Hz]
 * @param steps of the split-step propagation
 */
public record StreamPath(
    Optional<Link> link, Optional<OpticalFilter> demultiplexer, double carrier, StepRule steps) {
  /**
   * Whichever takes more steps: 0.02 rad of the peak's nonlinear phase (assumed; a stream's
   * calibration estimates the error), or the dispersive bound {@link StepRule#DEFAULT_PHASE} over
   * the band that the channels occupy.
   */
  public static final StepRule STEPS =
      new StepRule.Finer(
          new StepRule.NonlinearPhase(0.02),
          new StepRule.DispersionLimited(StepRule.DEFAULT_PHASE));

  /** Checks the carrier. */
  public StreamPath {
    Objects.requireNonNull(link);
    Objects.requireNonNull(demultiplexer);
    Objects.requireNonNull(steps);
    if (!(carrier > 0) || Double.isInfinite(carrier)) {
      throw new IllegalArgumentException(
          "stream: carrier is %s Hz, expected a positive number".formatted(carrier));
    }
  }

  /** Through a link and a demultiplexer, standard steps. */
  public static StreamPath of(Link link, OpticalFilter demultiplexer, double carrier) {
    return new StreamPath(Optional.of(link), Optional.of(demultiplexer), carrier, STEPS);
  }

  /** Next to the core. */
  public static StreamPath none(double carrier) {
    return new StreamPath(Optional.empty(), Optional.empty(), carrier, STEPS);
  }

  /** Power out over power in, the filter apart. */
  public double netGain() {
    return link.map(Link::netGain).orElse(1.0);
  }

  /** Link and demultiplexer as one link. */
  Link whole() {
    List<Span> spans = new ArrayList<>();
    link.ifPresent(present -> spans.addAll(present.spans()));
    demultiplexer.ifPresent(filter -> spans.add(Span.of(filter)));
    return new Link(spans.isEmpty() ? List.of(Span.of(new LumpedLoss(1))) : spans);
  }

  /** Largest modulus of the dispersion gathered on the way, |Σ β₂ L| [s²]. */
  double largestDispersion() {
    double sum = 0;
    double largest = 0;
    for (Span span : whole().spans()) {
      for (LinkElement element : span.elements()) {
        if (element instanceof FiberSection section) {
          Fiber fiber = section.fiber().referredTo(carrier);
          sum += fiber.beta(2) * section.length();
          largest = Math.max(largest, Math.abs(sum));
        }
      }
    }
    return largest;
  }
}
