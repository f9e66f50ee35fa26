package org.lightpath.core.reference;

import java.util.List;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;

/** The reference passes its own suite: determinism, inverses, refusals; it is judged by FftTest. */
class ReferenceEngineTest extends EngineConformance {
  @Override
  protected Engine open() {
    return new ReferenceEngine();
  }

  @Override
  protected List<Integer> lengths() {
    return List.of(1, 2, 15, 64, 243);
  }
}
