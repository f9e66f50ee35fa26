package org.lightpath.aparapi;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** The Aparapi engine against the reference. */
class AparapiEngineTest extends EngineConformance {
  @BeforeAll
  static void present() {
    AparapiPresence.require();
  }

  @Override
  protected Engine open() {
    return new AparapiEngine(EngineOptions.DEFAULT);
  }
}
