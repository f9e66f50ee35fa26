package org.lightpath.validation;

import java.util.stream.Stream;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;

/**
 * One engine in one precision: what every claim is tested on.
 *
 * @param provider opens the engine
 * @param precision of the fields and of the arithmetic on them
 */
record EngineCase(EngineProvider provider, Precision precision) {
  /**
   * Whether this engine is meant for speed, so that {@code auto} may take it; others get smaller
   * grids.
   */
  boolean fast() {
    return provider.rank() >= 0;
  }

  /** Samples of a grid: the published number, or a smaller one that still resolves the pulse. */
  int samples(int published, int resolved) {
    return fast() ? published : resolved;
  }

  boolean isDouble() {
    return precision == Precision.DOUBLE;
  }

  double unitRoundoff() {
    return precision.unitRoundoff();
  }

  Engine open() {
    return provider.open(EngineOptions.DEFAULT);
  }

  /**
   * The same engine in double precision, or the fastest other one that offers it: not every device
   * does.
   */
  EngineCase inDouble() {
    return Stream.concat(
            Stream.of(provider),
            Engines.providers().stream().filter(other -> other.unavailable().isEmpty()))
        .filter(candidate -> candidate.devices().getFirst().doublePrecision())
        .map(candidate -> new EngineCase(candidate, Precision.DOUBLE))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return provider.name() + ", " + (isDouble() ? "double" : "single");
  }
}
