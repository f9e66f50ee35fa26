package org.lightpath.aparapi;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Products of the Aparapi engine against the reference. */
class AparapiMatmulTest extends MatmulConformance {
  @BeforeAll
  static void present() {
    AparapiPresence.require();
  }

  @Override
  protected Engine open() {
    return new AparapiEngine(EngineOptions.DEFAULT);
  }
}
