package org.lightpath.opencl.internal;

import java.util.Locale;

/**
 * How a resident span is launched; the radices of the line decide its bytes, nothing else here.
 *
 * @param line how a group takes its transforms apart
 * @param holding whether items keep H in their registers
 * @param waves groups for each compute unit that loop over the batch; 0 for a group to each unit of
 *     fields
 */
record ResidentLaunch(LinePlan line, Holding holding, int waves) {
  /** Where H is read from. */
  enum Holding {
    /** Registers where there is room for it. */
    PLANNED,
    /** Registers, read again when it changes. */
    HELD,
    /** Caches. */
    READ
  }

  static ResidentLaunch planned(LinePlan line) {
    return new ResidentLaunch(line, Holding.PLANNED, 0);
  }

  ResidentLaunch with(Holding other) {
    return new ResidentLaunch(line, other, waves);
  }

  ResidentLaunch withWaves(int number) {
    return new ResidentLaunch(line, holding, number);
  }

  /** A name for people and for stored choices. */
  String label() {
    return "%s, H %s%s"
        .formatted(
            line.label(),
            holding.name().toLowerCase(Locale.ROOT),
            waves == 0 ? "" : ", %d groups a unit in turn".formatted(waves));
  }
}
