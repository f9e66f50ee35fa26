package org.lightpath.core.cpu;

import java.util.List;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/**
 * A shorter suite, which the build runs with 512-, 256- and 128-bit vectors: at each width the
 * lengths take every number of lanes down to one, both parities of the stages, and all radices.
 */
class CpuNarrowVectorTest extends EngineConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }

  @Override
  protected List<Integer> lengths() {
    return List.of(
        1, 2, 4, 7, 8, 12, 16, 32, 35, 48, 64, 96, 128, 192, 240, 256, 320, 448, 512, 720, 1024,
        1120, 2048, 4096, 8192, 10_000, 16_384);
  }
}
