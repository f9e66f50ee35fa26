package org.lightpath.fiber.transceiver;

import java.util.List;

/**
 * Traces of the matched-filtered field after phase recovery, scaled so that the symbols have unit
 * mean energy.
 *
 * <p>A trace spans two symbol periods, from one symbol before to one symbol after its centre:
 * 2·{@code samplesPerSymbol} + 1 samples, the centre being a decision instant.
 *
 * @param samplesPerSymbol samples per symbol period
 * @param traces one for each of the symbols captured
 */
public record EyeDiagram(int samplesPerSymbol, List<ComplexSamples> traces) {
  /** Copies the list. */
  public EyeDiagram {
    traces = List.copyOf(traces);
  }
}
