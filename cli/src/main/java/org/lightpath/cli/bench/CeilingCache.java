package org.lightpath.cli.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/** Ceilings of contenders, each measured once. */
final class CeilingCache {
  private final Map<Place, Optional<DeviceCeilings>> known = new HashMap<>();

  /** Where, and on how much, ceilings are measured. */
  private record Place(Contender who, Precision precision, long workingSetBytes) {}

  /** Ceilings of a contender that goes through a working set [B] again and again. */
  Optional<DeviceCeilings> of(Contender who, Precision precision, long workingSetBytes) {
    return known.computeIfAbsent(
        new Place(who, precision, workingSetBytes),
        place -> place.who().ceilings(place.precision(), place.workingSetBytes()));
  }
}
