package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshMetrics;

/**
 * P2: coupler errors of standard deviation s in a rectangular mesh of a random unitary: E = √(2(1 −
 * exp(−(N−1)s²))), F = exp(−2(N−1)s²); published at N = 64.
 */
class P02SplitterErrorTest {
  static final int MODES = 64;
  static final double[] SIGMA = {0.01, 0.02, 0.05};
  static final double[] PUBLISHED_ERROR = {0.1119, 0.2219, 0.5405};
  static final double[] PUBLISHED_FIDELITY = {0.98751, 0.95136, 0.72926};
  static final int CHIPS = 32;

  /** Of the amplitude error over 30 chips or more. */
  static final double TOLERANCE = 0.03;

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void errorAndFidelityFollowTheClosedForms(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, MODES);
    try (EngineScope scope = new EngineScope(engine)) {
      ChipEnsemble chips = new ChipEnsemble(scope, MODES, CHIPS);
      for (int i = 0; i < SIGMA.length; i++) {
        ChipEnsemble.Result result = chips.fabricated(MeshImperfections.splitters(SIGMA[i]));
        double error = MeshMetrics.splitterAmplitudeError(MODES, SIGMA[i]);
        double fidelity = MeshMetrics.splitterFidelity(MODES, SIGMA[i]);
        String at = " at %s rad".formatted(SIGMA[i]);
        tolerances.requireClose("E over law" + at, 1, result.error() / error, TOLERANCE);
        tolerances.requireClose(
            "E over published" + at, 1, result.error() / PUBLISHED_ERROR[i], TOLERANCE);
        // E² = 2(1 − Re Tr/N): an error of E counts twice in the loss of fidelity.
        tolerances.requireClose(
            "1 − F over law" + at, 1, (1 - result.fidelity()) / (1 - fidelity), 2 * TOLERANCE);
        tolerances.requireClose(
            "F" + at, PUBLISHED_FIDELITY[i], result.fidelity(), TOLERANCE * (1 - fidelity) * 2);
      }
      // Counter-check: the first-order law is outside at the largest error, and no error gives
      // none.
      double last = chips.fabricated(MeshImperfections.splitters(SIGMA[2])).error();
      double linear = Math.sqrt(2 * (MODES - 1)) * SIGMA[2];
      tolerances.requireAbove("first-order law over E, less 1", TOLERANCE, linear / last - 1);
      tolerances.requireSmall(
          "E of a perfect chip",
          chips.fabricated(MeshImperfections.NONE).error(),
          4 * MODES * scope.precision().unitRoundoff());
    }
  }
}
