package org.lightpath.opencl;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.GnlseConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.Precision;

/** The conformance suite of the generalised equation on OpenCL: fewer lengths, as each compiles. */
class OpenClGnlseTest extends GnlseConformance {
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

  @Override
  protected List<Integer> lengths() {
    return List.of(1, 3, 64, 135, 1000, 32_768);
  }
}
