package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/**
 * Computed tolerances of one engine and precision on grids of N samples, and comparisons that say
 * everything when they fail.
 *
 * <p>u is the unit roundoff (2⁻⁵³ or 2⁻²⁴). Sources of rounding in one split step:
 *
 * <ul>
 *   <li>two transforms, each with an rms relative error of at most u √(log₂ N) (0.6 u √(log₂ N) for
 *       accurate twiddles: Schatzman, SIAM J. Sci. Comput. 17:1150, 1996);
 *   <li>the products with H and with the Kerr rotation: two complex products and one cosine-sine
 *       pair, together at most 2u in the rms sense;
 *   <li>the table H itself: rounding it once costs at most u at each bin, and the same error is
 *       applied in every step.
 * </ul>
 *
 * <p>The first two differ from step to step and add in quadrature; the last is the same every time
 * and adds linearly. Twice the quadrature sum is the coverage: an rms over N ≥ 32 samples does not
 * stray further than that.
 *
 * @param engine engine and precision
 * @param samples N
 */
record Tolerances(EngineCase engine, int samples) {
  /** Relative L2 error that rounding may leave after a number of split steps. */
  double rounding(int steps) {
    return independent(steps) + engine.unitRoundoff() * steps;
  }

  /**
   * The part of {@link #rounding(int)} that differs from step to step and spreads over all bins.
   */
  double independent(int steps) {
    return 2 * engine.unitRoundoff() * Math.sqrt(steps * (2 * log2Samples() + 4));
  }

  /**
   * As {@link #rounding(int)} where the Kerr effect turns the phase by φ in all: a relative
   * amplitude error ε(z) shifts the phase by 2ε dφ, so an error that grows linearly to ε ends as a
   * phase error φε beside it.
   */
  double rounding(int steps, double nonlinearPhase) {
    return rounding(steps) * Math.hypot(1, nonlinearPhase);
  }

  /**
   * Relative error of an energy or power, quadratic in the field: twice that of the field, and what
   * the two sums over 2N squares in double precision that are compared may add.
   */
  double energy(int steps) {
    return 2 * (rounding(steps) + 0x1p-53 * Math.sqrt(2.0 * samples));
  }

  private double log2Samples() {
    return Math.log(samples) / Math.log(2);
  }

  /**
   * Requires |observed − expected| ≤ tolerance; the message tells engine, precision and numbers.
   */
  void requireClose(String quantity, double expected, double observed, double tolerance) {
    double difference = Math.abs(observed - expected);
    Measurements.record(engine, quantity, expected, observed, tolerance);
    assertThat(difference)
        .as(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s on %s (N = %d): expected %.9g, observed %.9g, difference %.3g, tolerance"
                        + " %.3g",
                    quantity,
                    engine,
                    samples,
                    expected,
                    observed,
                    difference,
                    tolerance))
        .isLessThanOrEqualTo(tolerance);
  }

  /** Requires 0 ≤ observed ≤ tolerance, for an error whose expected value is zero. */
  void requireSmall(String quantity, double observed, double tolerance) {
    requireClose(quantity, 0, observed, tolerance);
  }

  /** Requires observed &gt; bound: what a counter-check must exceed. */
  void requireAbove(String quantity, double bound, double observed) {
    Measurements.record(
        engine, quantity + " (must be above)", bound, observed, Double.POSITIVE_INFINITY);
    // Not isGreaterThan, which takes NaN for larger than every number.
    assertThat(observed > bound)
        .as(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s on %s (N = %d): expected above %.9g, observed %.9g",
                    quantity,
                    engine,
                    samples,
                    bound,
                    observed))
        .isTrue();
  }
}
