package org.lightpath.opencl;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.lightpath.core.conformance.EngineConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.Precision;

/**
 * The OpenCL engine against the reference. A kernel is compiled for every length, which takes PoCL
 * seconds: so fewer lengths than the host engine's, which still take every radix, one to four
 * stages, idle work-items, both regimes, and columns of every kind. {@code
 * -Dlightpath.allLengths=true} takes them all.
 */
class OpenClEngineTest extends EngineConformance {
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
    return Boolean.getBoolean("lightpath.allLengths")
        ? super.lengths()
        : List.of(1, 2, 7, 12, 35, 64, 135, 256, 343, 1000, 2048, 4096, 10_000, 32_768, 98_304);
  }
}
