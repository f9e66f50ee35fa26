package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.fiber.TimeGrid;

/**
 * V20, invariants: what every propagation must keep whatever the pulse. Energy without loss; the
 * Hamiltonian to second order in the step; and the input itself, when the inverse plan follows: the
 * symmetric split step is reversible, so only rounding is left.
 */
class V20InvariantsTest {
  /**
   * Largest relative L2 distance from the input after forward and inverse plan, double precision.
   */
  static final double REVERSAL = 1e-10;

  /** Largest relative change of the energy, double precision. */
  static final double ENERGY_DRIFT = 1e-12;

  private static final double LENGTH = 5;
  private static final TimeGrid GRID = TimeGrid.overWindow(1024, 100);
  private static final Glass GLASS = new Glass(0, -1, 0.2, 1, 0, false);

  /** Nothing symmetric: two chirped pulses of different width, power and frequency. */
  private static Complex pulses(double t) {
    double first = Math.exp(-(t + 3) * (t + 3) / 2);
    double second = 0.7 / Math.cosh((t - 4) / 1.5);
    return Complex.polar(first, 0.5 * t * t / 4).plus(Complex.polar(second, -0.8 * t));
  }

  private static final double NONLINEAR_PHASE = 1.5 * LENGTH;

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void energyStaysWithoutLoss(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    int steps = 500;
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20InvariantsTest::pulses);
      ComplexField output = scope.run(input, GLASS.plan(input, GRID, LENGTH, steps));
      double drift = output.meanPower(0) / input.meanPower(0) - 1;
      double tolerance = tolerances.energy(steps);
      tolerances.requireSmall(
          "relative change of the energy",
          Math.abs(drift),
          engine.isDouble() ? Math.min(ENERGY_DRIFT, tolerance) : tolerance);
      // Counter-check: with loss it falls as it should, by far more than the tolerance.
      Glass lossy = GLASS.withAttenuation(0.1);
      ComplexField faded = scope.run(input, lossy.plan(input, GRID, LENGTH, steps));
      tolerances.requireClose(
          "energy with loss",
          Math.exp(-0.1 * LENGTH),
          faded.meanPower(0) / input.meanPower(0),
          tolerance);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void hamiltonianDriftsWithTheSquareOfTheStep(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    Glass glass = GLASS.withBeta3(0);
    int[] steps = {200, 400, 800};
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20InvariantsTest::pulses);
      double launched = Observables.hamiltonian(input, GRID, glass);
      double[] drift = new double[steps.length];
      for (int i = 0; i < steps.length; i++) {
        ComplexField output = scope.run(input, glass.plan(input, GRID, LENGTH, steps[i]));
        drift[i] = Math.abs(Observables.hamiltonian(output, GRID, glass) - launched);
      }
      requireSecondOrder(tolerances, drift);
      // Counter-check: for another γ the same number is no invariant at all.
      Glass other = glass.withGamma(2 * glass.gamma());
      ComplexField output = scope.run(input, glass.plan(input, GRID, LENGTH, steps[0]));
      double wrong = Observables.hamiltonian(output, GRID, other);
      tolerances.requireAbove(
          "change of a wrong Hamiltonian over that of the right one",
          100,
          Math.abs(wrong - Observables.hamiltonian(input, GRID, other)) / drift[0]);
    }
  }

  /**
   * D(h) = c h² (1 + d h²) for a symmetric scheme. The first ratio D(h)/D(h/2) fixes d h², and with
   * it the second ratio, up to terms of order h⁴, d²h⁴/4.
   */
  private static void requireSecondOrder(Tolerances tolerances, double[] drift) {
    double first = drift[0] / drift[1] / 4 - 1; // (1 + x)/(1 + x/4) − 1 with x = d h²
    double x = 4 * first / (3 - first);
    double second = (1 + x / 4) / (1 + x / 16);
    double expected = 2 + Math.log(second) / Math.log(2);
    double margin = (x * x / 4 + 1e-3) / Math.log(2);
    tolerances.requireClose(
        "order of the drift", expected, Math.log(drift[1] / drift[2]) / Math.log(2), margin);
    tolerances.requireSmall("departure of that order from 2", Math.abs(expected - 2), 0.1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void inversePlanReturnsTheInput(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    int steps = 200;
    Glass lossy = GLASS.withAttenuation(0.1);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20InvariantsTest::pulses);
      PropagationPlan forward = lossy.plan(input, GRID, LENGTH, steps);
      ComplexField returned = scope.run(input, forward, forward.inverse());
      double tolerance = tolerances.rounding(2 * steps, NONLINEAR_PHASE);
      tolerances.requireSmall(
          "relative distance from the input",
          returned.relativeError(input),
          engine.isDouble() ? Math.min(REVERSAL, tolerance) : tolerance);
      // Counter-check: the same plan twice does not come back.
      ComplexField twice = scope.run(input, forward, forward);
      tolerances.requireAbove("distance after two forward plans", 0.5, twice.relativeError(input));
    }
  }

  /** Dual polarisation: every one of the two keeps its own energy under the Manakov equation. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void eachPolarisationKeepsItsEnergy(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    int steps = 200;
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input =
          scope.launch(GRID, V20InvariantsTest::pulses, t -> pulses(-t).times(0.6));
      ComplexField output = scope.run(input, GLASS.withManakov().plan(input, GRID, LENGTH, steps));
      for (int mode = 0; mode < 2; mode++) {
        tolerances.requireClose(
            "energy of polarisation " + mode,
            1,
            energy(output, mode) / energy(input, mode),
            tolerances.energy(steps));
      }
    }
  }

  private static double energy(ComplexField field, int mode) {
    FieldShape shape = field.shape();
    double sum = 0;
    for (int n = 0; n < shape.samples(); n++) {
      sum += field.power(0, mode, n);
    }
    return sum;
  }
}
