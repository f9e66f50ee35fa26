package org.lightpath.fiber.transceiver;

/** How the receiver finds the carrier's phase. */
public sealed interface CarrierRecovery {
  /**
   * One phase for the whole window and polarisation, from the known symbols: arg Σ y x*. Right for
   * ideal lasers; common nonlinear phase drifts remain in the noise.
   */
  record ConstantPhase() implements CarrierRecovery {}

  /**
   * Blind phase search (Pfau, Hoffmann and Noé, J. Lightwave Technol. 27:989, 2009): B test phases
   * over a quarter turn; the smallest sum of squared distances to the decisions over a sliding
   * window wins, then the track is unwrapped. The quarter-turn ambiguity that is left is resolved
   * once for the window from the known symbols; a cycle slip inside the window is not repaired and
   * shows as errors.
   *
   * @param testPhases B, at least 2; the grid leaves a phase error of variance (π/2B)²/12
   * @param halfWindow W: a window is 2W + 1 symbols
   */
  record BlindPhaseSearch(int testPhases, int halfWindow) implements CarrierRecovery {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if B is below 2 or W is negative
     */
    public BlindPhaseSearch {
      if (testPhases < 2 || halfWindow < 0) {
        throw new IllegalArgumentException(
            "blind phase search: %d test phases and half window %d, expected at least 2 and 0"
                .formatted(testPhases, halfWindow));
      }
    }
  }
}
