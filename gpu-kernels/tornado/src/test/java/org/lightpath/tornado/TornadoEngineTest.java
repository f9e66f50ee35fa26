package org.lightpath.tornado;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/**
 * The TornadoVM engine against the reference. Fewer lengths than the host engine's, which still
 * take every radix, both regimes and idle work-items; {@code -Dlightpath.allLengths=true} takes
 * them all.
 */
class TornadoEngineTest extends EngineConformance {
  @BeforeAll
  static void present() {
    TornadoPresence.require();
  }

  @Override
  protected Engine open() {
    return new TornadoEngine(EngineOptions.DEFAULT);
  }

  @Override
  protected List<Integer> lengths() {
    return Boolean.getBoolean("lightpath.allLengths")
        ? super.lengths()
        : List.of(1, 2, 7, 12, 35, 64, 135, 256, 343, 1000, 2048, 4096, 10_000, 32_768, 98_304);
  }
}
