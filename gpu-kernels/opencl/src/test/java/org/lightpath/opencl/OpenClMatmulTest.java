package org.lightpath.opencl;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.Precision;

/** Products of the OpenCL engine against the reference. */
class OpenClMatmulTest extends MatmulConformance {
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
