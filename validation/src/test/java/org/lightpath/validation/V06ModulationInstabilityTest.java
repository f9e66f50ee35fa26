package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V6: modulation instability of continuous light. A seed at Ω grows in power by
 *
 * <p>G = 1 + (γP₀)² sinh²(sL)/s², s² = (γP₀)² − (β₂Ω²/2 + γP₀)²,
 *
 * <p>its mirror image at −Ω reaches G − 1; the gain peaks at Ω = √(2γP₀/|β₂|) and ends at √2 times
 * that (Agrawal, Nonlinear Fiber Optics, §5.1; Stolen and Bjorkholm, IEEE J. Quantum Electron.
 * 18:1062, 1982).
 */
class V06ModulationInstabilityTest {
  static final double BETA2 = -20e-27;
  static final double GAMMA = 2e-3;
  static final double POWER = 1;
  static final double PEAK_FREQUENCY = 0.0711763e12;
  static final double CUTOFF_FREQUENCY = 0.1006584e12;
  static final double GAIN_AT_2 = 14.154116;
  static final double GAIN_AT_4 = 745.7396;

  /** What depletion of the light by a seed of 1e-4 and 4000 steps leave, relative. */
  static final double TOLERANCE_AT_2 = 3e-7;

  static final double TOLERANCE_AT_4 = 1e-5;

  /** How far below and above the published cutoff the solver shows gain and none. */
  static final double CUTOFF_BRACKET = 0.01;

  /** What depletion, steps and the cutoff's printed digits leave of a gain of one. */
  private static final double CUTOFF_GAIN_TOLERANCE = 1e-3;

  /** Relative distance of the frequencies that place the peak. */
  private static final double SPREAD = 0.02;

  private static final int STEPS = 4000;
  private static final double SEED = 1e-4;
  private static final int SAMPLES = 128;
  private static final int PERIODS = 8;
  private static final Glass GLASS = Glass.of(BETA2, GAMMA);
  private static final double PEAK = Math.sqrt(2 * GAMMA * POWER / Math.abs(BETA2));

  /** Power gains of the seed and of its mirror image. */
  private record Gains(double seed, double idler) {}

  private static double closedForm(Glass glass, double omega, double length) {
    double kerr = glass.gamma() * POWER;
    double mismatch = glass.beta2() * omega * omega / 2 + kerr;
    double s2 = kerr * kerr - mismatch * mismatch;
    double s = Math.sqrt(Math.abs(s2));
    double x = s * length;
    // sinh(x)/x turns into sin(x)/x where s² < 0, and both into 1 at the cutoff.
    double ratio = x < 1e-6 ? 1 : (s2 > 0 ? Math.sinh(x) : Math.sin(x)) / x;
    return 1 + kerr * kerr * length * length * ratio * ratio;
  }

  /**
   * Relative error of the closed form because the seed's own power and what it takes from the
   * light, (2G − 1) ε² in all, change the power that makes the gain: |∂ln G/∂ln P| times that.
   */
  private static double depletion(double omega, double length) {
    double gain = closedForm(GLASS, omega, length);
    double change = 1e-3;
    double more = closedForm(GLASS.withGamma(GAMMA * (1 + change)), omega, length);
    double sensitivity = Math.abs(Math.log(more / gain)) / change;
    return sensitivity * (2 * gain - 1) * SEED * SEED;
  }

  private record Run(Glass glass, double omega, double length, int steps, double seed) {
    Gains on(EngineScope scope) {
      TimeGrid grid = TimeGrid.overWindow(SAMPLES, PERIODS * 2 * Math.PI / omega);
      ComplexField input =
          scope.launch(
              grid,
              t -> Complex.real(1).plus(Complex.polar(seed, omega * t)).times(Math.sqrt(POWER)));
      ComplexField output = scope.run(input, glass.plan(input, grid, length, steps));
      double launched = POWER * seed * seed;
      return new Gains(
          Observables.amplitude(output, 0, PERIODS).power() / launched,
          Observables.amplitude(output, 0, -PERIODS).power() / launched);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void seedGrowsAsPublished(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double[] lengths = {2 / (GAMMA * POWER), 4 / (GAMMA * POWER)};
    double[] published = {GAIN_AT_2, GAIN_AT_4};
    double[] tolerance = {TOLERANCE_AT_2, TOLERANCE_AT_4};
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < lengths.length; i++) {
        double exact = closedForm(GLASS, PEAK, lengths[i]);
        Gains gains = new Run(GLASS, PEAK, lengths[i], STEPS, SEED).on(scope);
        tolerances.requireClose("published gain", published[i], exact, 1e-7 * exact);
        tolerances.requireClose("gain of the seed", 1, gains.seed() / exact, tolerance[i]);
        tolerances.requireClose("gain of the idler", 1, gains.idler() / (exact - 1), tolerance[i]);
      }
    }
  }

  /**
   * The solver's own gains place the peak: a parabola through their logarithms at three frequencies
   * has its vertex at the published one.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void gainPeaksAtThePublishedFrequency(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double length = 4 / (GAMMA * POWER);
    double[] logs = new double[3];
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < logs.length; i++) {
        double omega = 2 * Math.PI * PEAK_FREQUENCY * (1 + (i - 1) * SPREAD);
        logs[i] = Math.log(new Run(GLASS, omega, length, STEPS, SEED).on(scope).seed());
      }
    }
    tolerances.requireAbove("gain at the peak over gain below [Np]", 0, logs[1] - logs[0]);
    tolerances.requireAbove("gain at the peak over gain above [Np]", 0, logs[1] - logs[2]);
    double vertex = (logs[0] - logs[2]) / (2 * (logs[0] - 2 * logs[1] + logs[2]));
    // Terms of third order move the vertex by some SPREAD² of the frequency.
    tolerances.requireClose(
        "frequency of the peak [Hz]",
        PEAK_FREQUENCY,
        PEAK_FREQUENCY * (1 + vertex * SPREAD),
        PEAK_FREQUENCY * 2 * SPREAD * SPREAD);
  }

  /**
   * The solver's own gains bracket the cutoff: one per cent below, the seed has grown hundredfold
   * at a length where, one per cent above, it has swung up and is back at its launched power.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void gainEndsAtThePublishedCutoff(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double above = CUTOFF_FREQUENCY * (1 + CUTOFF_BRACKET);
    double below = CUTOFF_FREQUENCY * (1 - CUTOFF_BRACKET);
    // In units of γP₀, s² = 4x²(1 − x²) with x the frequency over the cutoff; sin(|s|L) = 0 first
    // at |s|L = π.
    double x = 1 + CUTOFF_BRACKET;
    double period = Math.PI / (2 * x * Math.sqrt(x * x - 1)) / (GAMMA * POWER);
    try (EngineScope scope = new EngineScope(engine)) {
      Gains bounded = new Run(GLASS, 2 * Math.PI * above, period, STEPS, SEED).on(scope);
      tolerances.requireClose("gain above the cutoff", 1, bounded.seed(), CUTOFF_GAIN_TOLERANCE);
      Gains growing = new Run(GLASS, 2 * Math.PI * below, period, STEPS, SEED).on(scope);
      tolerances.requireAbove("gain below the cutoff", 100, growing.seed());
    }
  }

  /**
   * Below, at and above the cutoff, and with normal dispersion: gain only where there should be.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void gainFollowsTheSpectrum(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double length = 2 / (GAMMA * POWER);
    double peak = closedForm(GLASS, PEAK, length);
    try (EngineScope scope = new EngineScope(engine)) {
      for (double relative : new double[] {0.5, 0.95, 1.05, Math.sqrt(2), 1.7}) {
        double exact = closedForm(GLASS, relative * PEAK, length);
        Gains gains = new Run(GLASS, relative * PEAK, length, STEPS, SEED).on(scope);
        tolerances.requireClose(
            "gain at " + relative,
            1,
            gains.seed() / exact,
            TOLERANCE_AT_2 + depletion(relative * PEAK, length));
        tolerances.requireAbove("peak gain over gain at " + relative, 1, peak / gains.seed());
      }
      Glass normal = GLASS.withBeta2(-BETA2);
      double bounded = closedForm(normal, PEAK, length);
      Gains gains = new Run(normal, PEAK, length, STEPS, SEED).on(scope);
      tolerances.requireClose(
          "gain with normal dispersion", 1, gains.seed() / bounded, TOLERANCE_AT_2);
      tolerances.requireAbove("peak gain over gain with normal dispersion", 5, peak / gains.seed());
    }
  }

  /**
   * Single precision, with a stronger seed and fewer steps. To the double-precision tolerance,
   * which grows with the squares of seed and step, comes rounding noise: spread over N bins it is
   * independent/√N of the light, it grows like the seed, and counts twice in a power.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.SINGLE)
  void seedGrowsInSinglePrecision(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double length = 2 / (GAMMA * POWER);
    int steps = STEPS / 10;
    double seed = 10 * SEED;
    double exact = closedForm(GLASS, PEAK, length);
    double noise = 2 * tolerances.rounding(steps) / (Math.sqrt(SAMPLES) * seed);
    try (EngineScope scope = new EngineScope(engine)) {
      Gains gains = new Run(GLASS, PEAK, length, steps, seed).on(scope);
      double tolerance = 100 * TOLERANCE_AT_2 + noise;
      tolerances.requireClose("gain of the seed", 1, gains.seed() / exact, tolerance);
      tolerances.requireClose("gain of the idler", 1, gains.idler() / (exact - 1), tolerance);
    }
  }
}
