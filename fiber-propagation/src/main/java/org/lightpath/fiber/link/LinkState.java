package org.lightpath.fiber.link;

import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.core.field.ComplexField;

/**
 * All that a run needs to go on from the beginning of a span, and to end with the same bytes as a
 * run without interruption.
 *
 * @param nextSpan index of the span to be crossed next; the number of spans when all are done
 * @param field the batch there, in the precision of the run
 * @param launchPeakPower peak power [W] of each field at launch, which step plans are made for
 * @param powers power points recorded so far
 * @param stepError estimate of the step error, if it has been made
 */
public record LinkState(
    int nextSpan,
    ComplexField field,
    List<Double> launchPeakPower,
    List<PowerPoint> powers,
    OptionalDouble stepError) {
  /** Copies the lists. */
  public LinkState {
    launchPeakPower = List.copyOf(launchPeakPower);
    powers = List.copyOf(powers);
  }
}
