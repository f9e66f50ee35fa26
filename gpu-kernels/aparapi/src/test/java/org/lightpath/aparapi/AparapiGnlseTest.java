package org.lightpath.aparapi;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.GnlseConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** The generalised equation is refused, and says which engines have it. */
class AparapiGnlseTest extends GnlseConformance {
  @BeforeAll
  static void present() {
    AparapiPresence.require();
  }

  @Override
  protected Engine open() {
    return new AparapiEngine(EngineOptions.DEFAULT);
  }

  @Override
  protected boolean refuses() {
    return true;
  }
}
