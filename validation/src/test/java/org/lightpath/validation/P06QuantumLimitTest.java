package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.core.ReadoutCircuit;

/**
 * P6: the quantum limit of a homodyne core (Hamerly et al., Phys. Rev. X 9, 021032, 2019). For
 * random operands the relative error is 1/√n for n photons per multiplication, whatever K, down to
 * a tenth of a photon.
 */
class P06QuantumLimitTest {
  static final double[] PHOTONS = {0.1, 0.64, 1, 3.2, 10, 100};
  static final int[] INNER = {64, 784};

  /** Of the relative error, with as many outputs. */
  static final double TOLERANCE = 0.02;

  static final int SIDE = 320;

  private static double error(EngineScope scope, HomodyneCore core, int inner, PhotonBudget light) {
    ProductRequest request =
        ProductRequest.of(MatmulShape.of(1, SIDE, SIDE, inner), scope.precision());
    return new CoreCharacterisation(scope.engine(), 1, 0)
        .random(core.withLight(light), request, 3)
        .quality()
        .relativeError();
  }

  private static void follows(EngineCase engine, int inner, ReadoutCircuit.Shot shot) {
    Tolerances tolerances = new Tolerances(engine, SIDE * SIDE);
    try (EngineScope scope = new EngineScope(engine)) {
      HomodyneCore core =
          HomodyneCore.ideal(1, inner).withCircuit(ReadoutCircuit.ideal(inner).withShot(shot));
      for (double photons : PHOTONS) {
        tolerances.requireClose(
            "error √n, n = %s, K = %d, %s".formatted(photons, inner, shot),
            1,
            error(scope, core, inner, PhotonBudget.of(photons)) * Math.sqrt(photons),
            TOLERANCE);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void normalNoiseFollowsTheLimit(EngineCase engine) {
    follows(engine, INNER[0], ReadoutCircuit.Shot.GAUSSIAN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST)
  void countedPhotonsFollowTheLimit(EngineCase engine) {
    for (int inner : INNER) {
      follows(engine, inner, ReadoutCircuit.Shot.COUNTED);
    }
  }

  /** Counter-check: unequal shares of light cost 1/(4 s (1 − s)) of the variance. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void unequalSharesAreWorse(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SIDE * SIDE);
    try (EngineScope scope = new EngineScope(engine)) {
      HomodyneCore core = HomodyneCore.ideal(1, INNER[0]);
      double share = 0.1;
      double error = error(scope, core, INNER[0], new PhotonBudget(10, share));
      tolerances.requireClose(
          "error √(4 s (1 − s) n) at s = 0.1",
          1,
          error * Math.sqrt(4 * share * (1 - share) * 10),
          TOLERANCE);
      tolerances.requireAbove("error √n at s = 0.1", 1 + 10 * TOLERANCE, error * Math.sqrt(10));
    }
  }
}
