package org.lightpath.cli.link;

import java.util.LinkedHashMap;
import java.util.Map;

/** Times the phases of a run. */
final class Stopwatch {
  private final Map<String, Double> laps = new LinkedHashMap<>();
  private long begin = System.nanoTime();

  /** Ends a phase; the next one begins. */
  void lap(String phase) {
    long now = System.nanoTime();
    laps.put(phase, (now - begin) * 1e-9);
    begin = now;
  }

  /** Phases and their time [s], in order. */
  Map<String, Double> laps() {
    return laps;
  }
}
