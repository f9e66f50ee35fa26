package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.ProgramCost;

/**
 * What a time is held against.
 *
 * @param cost what one run costs at least, where it is counted
 * @param ceilings of the device, where they are measured
 */
record Roofline(Optional<ProgramCost> cost, Optional<DeviceCeilings> ceilings) {
  /** Least time of a run [s], or nothing if it is not known. */
  Optional<Double> floorSeconds() {
    return cost.flatMap(run -> ceilings.map(run::floorSeconds));
  }

  /** What sets the floor. */
  Optional<ProgramCost.Bound> boundBy() {
    return cost.flatMap(run -> ceilings.map(run::boundBy));
  }

  /** Floor over the time of a run [s]. */
  Optional<Double> share(double seconds) {
    return floorSeconds().map(floor -> floor / seconds);
  }
}
