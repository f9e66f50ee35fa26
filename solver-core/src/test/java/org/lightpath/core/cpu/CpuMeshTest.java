package org.lightpath.core.cpu;

import org.lightpath.core.conformance.MeshConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;

/** Meshes on the host engine against the reference. */
class CpuMeshTest extends MeshConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }
}
