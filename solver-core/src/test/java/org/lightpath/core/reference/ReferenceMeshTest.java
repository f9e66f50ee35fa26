package org.lightpath.core.reference;

import org.lightpath.core.conformance.MeshConformance;
import org.lightpath.core.engine.Engine;

class ReferenceMeshTest extends MeshConformance {
  @Override
  protected Engine open() {
    return new ReferenceEngine();
  }
}
