package org.lightpath.tornado;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** The TornadoVM engine against the reference, at all lengths. */
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
    return super.lengths().stream().filter(n -> n == 7 || n == 60 || n > 2000).toList();
  }
}
