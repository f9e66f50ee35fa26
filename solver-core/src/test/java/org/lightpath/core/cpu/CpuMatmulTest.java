package org.lightpath.core.cpu;

import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Matrix products of the host engine against the reference. */
class CpuMatmulTest extends MatmulConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }
}
