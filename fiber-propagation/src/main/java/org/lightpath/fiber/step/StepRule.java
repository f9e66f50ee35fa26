package org.lightpath.fiber.step;

import org.lightpath.core.plan.StepPlan;

/**
 * How a uniform stretch is divided into steps, decided before anything runs.
 *
 * <p>Every rule ends exactly where the stretch ends. A rule whose cause is absent (no dispersion,
 * no Kerr effect) takes one step and says so in the plan's text: the symmetric split step is exact
 * then, because nothing is left to commute.
 */
public sealed interface StepRule {
  /**
   * Default Φ [rad] of {@link DispersionLimited}.
   *
   * <p>Uniform steps modulate the nonlinear phase with period h, which phase-matches four-wave
   * mixing of mismatch Δβ = 2π/h. Among frequencies within a band B the largest mismatch is
   * |β₂|(2πB)²/4, so the first spurious resonance enters the band at Φ = 8π ≈ 25.1; 20 leaves a
   * fifth for spectra that broaden.
   */
  double DEFAULT_PHASE = 20;

  /** Dispersion-limited steps with the default bound {@link #DEFAULT_PHASE}. */
  static StepRule standard() {
    return new DispersionLimited(DEFAULT_PHASE);
  }

  /** The steps for a stretch. */
  StepPlan plan(Stretch stretch);

  /**
   * The rule for a part of a stretch, such that all parts together take at least as many steps as
   * the whole: rules that count steps scale their count, others stay as they are.
   *
   * @param share length of the part over the length of the whole, in (0, 1]
   */
  default StepRule forShare(double share) {
    return this;
  }

  /**
   * Equal steps no longer than a given length: n = ⌈L/h⌉ steps of L/n.
   *
   * @param step h [m]
   */
  record Fixed(double step) implements StepRule {
    /** Checks the length. */
    public Fixed {
      StepLengths.requirePositive("step length [m]", step);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepLengths.notLongerThan(stretch.length(), step, "at most %s m".formatted(step));
    }
  }

  /**
   * A given number of equal steps.
   *
   * @param steps n
   */
  record Uniform(int steps) implements StepRule {
    /** Checks the count. */
    public Uniform {
      StepLengths.requireCount(steps);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepPlan.uniform("%d equal steps".formatted(steps), stretch.length(), steps);
    }

    @Override
    public StepRule forShare(double share) {
      return new Uniform(StepLengths.share(steps, share));
    }
  }

  /**
   * Equal steps, the largest h with |β″|(2πB)² h ≤ Φ.
   *
   * <p>β″ is the largest curvature |d²β/dω²| over the occupied band, which is |β₂| if there are no
   * higher orders. For any four frequencies in the band the phase mismatch of four-wave mixing is
   * the integral of β″ over a rectangle of area at most (2πB/2)², so the bound on Δβ·h that Φ sets
   * for β₂ alone holds for every dispersion curve, also where β₂ = 0.
   *
   * <p>Which B: the simulated bandwidth is safe. The occupied one (channels times spacing) takes
   * fewer steps, but products outside the band resonate first, which few channels feel more: with
   * channels of 32 GBd at 37.5 GHz, 0.2 dB/km, D = 16 ps/(nm km) and −2 to 0 dBm a channel, one
   * span of 80 km at Φ = 20 errs by 3.5·10⁻³, 5.7·10⁻³, 3.9·10⁻³ and 1.4·10⁻⁴ for 1, 3, 5 and 11
   * channels, and at Φ = 5 by 1.0·10⁻⁴, 5.4·10⁻⁵, 1.8·10⁻⁵ and 4.4·10⁻⁶ (relative L2 error of the
   * field against thousands of steps, computed with an independent program).
   *
   * @param phase Φ [rad]
   */
  record DispersionLimited(double phase) implements StepRule {
    /** Checks the bound. */
    public DispersionLimited {
      StepLengths.requirePositive("dispersive phase Φ [rad]", phase);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepLengths.dispersionLimited(stretch, phase);
    }
  }

  /**
   * Steps of equal effective length ∫e^(−αz)dz: short where the power is high (Bosco et al., IEEE
   * Photonics Technol. Lett. 12:489, 2000).
   *
   * @param steps n
   */
  record Logarithmic(int steps) implements StepRule {
    /** Checks the count. */
    public Logarithmic {
      StepLengths.requireCount(steps);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepLengths.logarithmic(stretch, steps);
    }

    @Override
    public StepRule forShare(double share) {
      return new Logarithmic(StepLengths.share(steps, share));
    }
  }

  /**
   * Equal steps behind a gentle start: h_i ∝ min(1, q rⁱ), q = 1/3, r = 1.05, so that 23 steps lead
   * to full length.
   *
   * <p>To first order in γ the symmetric scheme is the midpoint rule for the integrals of e^((jΔβ −
   * α)z) that four-wave mixing is made of. By Euler and Maclaurin its error, −h²/24 times the
   * difference of the derivatives at both ends, comes from the ends alone, and with loss from the
   * beginning: there short steps pay, and a few are enough. On the link of claim B3s the error is a
   * fifth of that of as many equal steps; q and r were found by trial on that very link, and no
   * other was measured. The longest step should still obey {@link DispersionLimited}.
   *
   * @param steps n
   */
  record Graded(int steps) implements StepRule {
    /** Checks the count. */
    public Graded {
      StepLengths.requireCount(steps);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepLengths.graded(stretch.length(), steps);
    }

    @Override
    public StepRule forShare(double share) {
      return new Graded(StepLengths.share(steps, share));
    }
  }

  /**
   * Steps that each turn the peak by the same phase γcP₀∫e^(−αz)dz ≤ φ: the fewest of equal
   * effective length.
   *
   * @param phase φ [rad]
   */
  record NonlinearPhase(double phase) implements StepRule {
    /** Checks the bound. */
    public NonlinearPhase {
      StepLengths.requirePositive("nonlinear phase φ [rad]", phase);
    }

    @Override
    public StepPlan plan(Stretch stretch) {
      return StepLengths.nonlinearPhase(stretch, phase);
    }
  }

  /**
   * The plan of whichever rule takes more steps.
   *
   * @param first one rule
   * @param second another rule
   */
  record Finer(StepRule first, StepRule second) implements StepRule {
    @Override
    public StepPlan plan(Stretch stretch) {
      StepPlan one = first.plan(stretch);
      StepPlan other = second.plan(stretch);
      return one.steps() >= other.steps() ? one : other;
    }

    @Override
    public StepRule forShare(double share) {
      return new Finer(first.forShare(share), second.forShare(share));
    }
  }
}
