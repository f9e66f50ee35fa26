package org.lightpath.core.cpu;

import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** The host engine against the reference; the build repeats it with narrower vectors. */
class CpuEngineTest extends EngineConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }
}
