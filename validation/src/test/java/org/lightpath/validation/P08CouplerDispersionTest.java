package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoherentWdmCore;
import org.lightpath.photonic.core.CoreSession;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.core.WavelengthCoupling;

/**
 * P8: couplers of a coherent crossbar by wavelength (Lightening-Transformer, HPCA 2024): one input
 * on one wavelength and no weights leave (2κ − 1)/2 of its square at every output, from which 2κ −
 * 1 is read.
 */
class P08CouplerDispersionTest {
  static final int[] CHANNELS = {9, 12, 25};
  static final double[] FIRST = {-0.00593, -0.00888, -0.01771};
  static final double[] LAST = {0.00595, 0.00894, 0.01793};

  /** As many digits as are published. */
  static final double TOLERANCE = 1e-5;

  private static double[] imbalances(EngineScope scope, WavelengthCoupling coupling) {
    int channels = coupling.wavelengths();
    MatmulShape shape = MatmulShape.of(1, channels, 1, channels);
    CoherentWdmCore core =
        CoherentWdmCore.ideal(Double.POSITIVE_INFINITY, channels).withCoupling(coupling);
    try (RealMatrix left = RealMatrix.allocate(shape.left(), scope.precision());
        RealMatrix right = RealMatrix.allocate(shape.right(), scope.precision())) {
      for (int k = 0; k < channels; k++) {
        left.set(0, k, k, 1);
      }
      try (CoreSession session =
          new CoreSession(
              scope.engine(),
              core.prepare(ProductRequest.of(shape, scope.precision())),
              left,
              right)) {
        double[] read = session.draw(0);
        for (int k = 0; k < channels; k++) {
          read[k] *= 2;
        }
        return read;
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void imbalanceOfEachWavelengthIsThePublishedOne(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, 1);
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < CHANNELS.length; i++) {
        double[] read = imbalances(scope, WavelengthCoupling.dispersive(CHANNELS[i], 0.4e-9));
        String of = " of %d channels".formatted(CHANNELS[i]);
        tolerances.requireClose("first" + of, FIRST[i], read[0], TOLERANCE);
        tolerances.requireClose("last" + of, LAST[i], read[read.length - 1], TOLERANCE);
      }
      // Counter-check: ideal couplers leak nothing.
      tolerances.requireSmall(
          "ideal coupler", imbalances(scope, WavelengthCoupling.ideal(12))[0], 1e-12);
    }
  }
}
