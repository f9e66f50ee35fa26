package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshMetrics;

/**
 * P3: phase errors of standard deviation s on θ, φ and the outputs: E = √(2(1 − exp(−N s²/2))), F =
 * exp(−(N−1)s²); published at N = 32.
 */
class P03PhaseErrorTest {
  static final int MODES = 32;
  static final double SIGMA = 0.02;
  static final double PUBLISHED_ERROR = 0.1127;
  static final double PUBLISHED_FIDELITY = 0.98782;

  /** The output phases alone move E by 1 % from chip to chip: more chips than the least of 30. */
  static final int CHIPS = 96;

  static final double TOLERANCE = 0.03;

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void errorAndFidelityFollowTheClosedForms(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, MODES);
    try (EngineScope scope = new EngineScope(engine)) {
      ChipEnsemble chips = new ChipEnsemble(scope, MODES, CHIPS);
      ChipEnsemble.Result result = chips.fabricated(MeshImperfections.phases(SIGMA));
      double error = MeshMetrics.phaseAmplitudeError(MODES, SIGMA);
      double fidelity = MeshMetrics.phaseFidelity(MODES, SIGMA);
      tolerances.requireClose("E over law", 1, result.error() / error, TOLERANCE);
      tolerances.requireClose("E over published", 1, result.error() / PUBLISHED_ERROR, TOLERANCE);
      tolerances.requireClose(
          "1 − F over law", 1, (1 - result.fidelity()) / (1 - fidelity), 2 * TOLERANCE);
      tolerances.requireClose(
          "F", PUBLISHED_FIDELITY, result.fidelity(), 2 * TOLERANCE * (1 - fidelity));
      // Counter-check: the law of coupler errors of the same size is another.
      tolerances.requireAbove(
          "law of couplers over E, less 1",
          10 * TOLERANCE,
          MeshMetrics.splitterAmplitudeError(MODES, SIGMA) / result.error() - 1);
    }
  }
}
