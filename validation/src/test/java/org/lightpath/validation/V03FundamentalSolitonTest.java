package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V3: the fundamental soliton sech(T) e^(−jz/2) of β₂ = −1, γ = 1 over ten dispersion lengths
 * (Zakharov and Shabat, Sov. Phys. JETP 34:62, 1972). The symmetric split step has a known error at
 * each step count: size and order are both asserted.
 */
class V03FundamentalSolitonTest {
  static final int[] STEPS = {400, 800, 1600, 3200};
  static final double[] ERRORS = {5.70e-4, 1.43e-4, 3.57e-5, 8.92e-6};
  static final double LENGTH = 10;
  static final double ENERGY_DRIFT = 1e-12;
  private static final double WINDOW = 60;
  private static final Glass GLASS = Glass.of(-1, 1);

  /** γP₀L: phase that the Kerr effect alone would give the peak. */
  private static final double NONLINEAR_PHASE = LENGTH;

  /** The published errors have three digits. */
  private static final double BAND = 0.01;

  private static TimeGrid grid(EngineCase engine) {
    return TimeGrid.overWindow(engine.samples(4096, 512), WINDOW);
  }

  private static Complex soliton(double t, double z) {
    return Complex.polar(1 / Math.cosh(t), -z / 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void convergesAsPublished(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Convergence convergence = new Convergence(STEPS, ERRORS);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, t -> soliton(t, 0));
      ComplexField exact = scope.closedForm(grid, t -> soliton(t, LENGTH));
      double[] observed =
          convergence.observe(
              steps -> {
                ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, steps));
                tolerances.requireClose(
                    "energy at " + steps + " steps",
                    1,
                    output.meanPower(0) / input.meanPower(0),
                    Math.min(ENERGY_DRIFT, tolerances.energy(steps)));
                return output.relativeError(exact);
              });
      convergence.require(
          tolerances, observed, BAND, steps -> tolerances.rounding(steps, NONLINEAR_PHASE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.SINGLE)
  void holdsInSinglePrecision(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    int steps = STEPS[0];
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, t -> soliton(t, 0));
      ComplexField exact = scope.closedForm(grid, t -> soliton(t, LENGTH));
      ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, steps));
      tolerances.requireClose(
          "relative field error at " + steps + " steps",
          ERRORS[0],
          output.relativeError(exact),
          BAND * ERRORS[0] + tolerances.rounding(steps, NONLINEAR_PHASE));
      tolerances.requireClose(
          "energy", 1, output.meanPower(0) / input.meanPower(0), tolerances.energy(steps));
    }
  }

  /** Kerr effect off, or dispersion of the other sign: the same pulse spreads and fades. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void dispersesWithoutBalance(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, t -> soliton(t, 0));
      double width = Observables.rmsWidth(input, grid, 0);
      for (Glass wrong : new Glass[] {GLASS.withGamma(0), GLASS.withBeta2(1)}) {
        ComplexField output = scope.run(input, wrong.plan(input, grid, LENGTH, STEPS[0]));
        // σ² grows at least by (β₂σ_ω z)², σ_ω = 1/√3 for a sech: six times the launched width.
        double spread = LENGTH / Math.sqrt(3);
        tolerances.requireAbove(
            "rms width", 0.99 * Math.hypot(width, spread), Observables.rmsWidth(output, grid, 0));
        tolerances.requireAbove("launched over final peak power", 4, 1 / output.peakPower(0));
      }
    }
  }
}
