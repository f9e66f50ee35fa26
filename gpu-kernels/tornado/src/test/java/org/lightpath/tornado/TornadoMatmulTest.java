package org.lightpath.tornado;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Products of the TornadoVM engine against the reference. */
class TornadoMatmulTest extends MatmulConformance {
  @BeforeAll
  static void present() {
    TornadoPresence.require();
  }

  @Override
  protected Engine open() {
    return new TornadoEngine(EngineOptions.DEFAULT);
  }
}
