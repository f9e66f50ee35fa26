package org.lightpath.tornado;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MeshConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Meshes of the TornadoVM engine against the reference. */
class TornadoMeshTest extends MeshConformance {
  @BeforeAll
  static void present() {
    TornadoPresence.require();
  }

  @Override
  protected Engine open() {
    return new TornadoEngine(EngineOptions.DEFAULT);
  }
}
