package org.lightpath.aparapi;

import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MeshConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Meshes of the Aparapi engine against the reference. */
class AparapiMeshTest extends MeshConformance {
  @BeforeAll
  static void present() {
    AparapiPresence.require();
  }

  @Override
  protected Engine open() {
    return new AparapiEngine(EngineOptions.DEFAULT);
  }
}
