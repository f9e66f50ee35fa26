package org.lightpath.core.cpu;

import org.lightpath.core.conformance.GnlseConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** The conformance suite of the generalised equation on the host engine. */
class CpuGnlseTest extends GnlseConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }
}
