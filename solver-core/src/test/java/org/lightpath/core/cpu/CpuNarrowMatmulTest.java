package org.lightpath.core.cpu;

import java.util.List;
import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.plan.MatmulShape;

/**
 * A shorter suite, which the build runs with 512-, 256- and 128-bit vectors and in plain Java: at
 * each width the extents take whole and partial tiles of every height and width.
 */
class CpuNarrowMatmulTest extends MatmulConformance {
  @Override
  protected Engine open() {
    return new CpuEngine(new EngineOptions(0, 2));
  }

  @Override
  protected List<MatmulShape> shapes() {
    return List.of(
        MatmulShape.of(1, 1, 1, 1),
        new MatmulShape(2, 7, 3, 13, false, false),
        new MatmulShape(3, 5, 31, 17, true, false),
        new MatmulShape(2, 33, 65, 129, true, true),
        new MatmulShape(1, 100, 12, 260, false, true),
        MatmulShape.of(1, 3, 259, 65));
  }
}
