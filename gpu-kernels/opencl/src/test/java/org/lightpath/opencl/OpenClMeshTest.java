package org.lightpath.opencl;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MeshConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.Precision;

/** Meshes of the OpenCL engine against the reference. */
class OpenClMeshTest extends MeshConformance {
  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Override
  protected Engine open() {
    return new OpenClEngine(EngineOptions.DEFAULT);
  }

  @Override
  protected Stream<Precision> precisions() {
    return OpenClPresence.precisions();
  }
}
