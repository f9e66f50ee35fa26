package org.lightpath.validation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.TimeGrid;

/**
 * V2b: self-phase modulation with loss. Continuous light of power P leaves a length L with the
 * phase −γPL_eff, L_eff = (1 − e^(−αL))/α, and the power P e^(−αL), exactly and in one step
 * (Agrawal, Nonlinear Fiber Optics, eq. 4.1.6). A scheme that takes the power at the middle of each
 * step instead is off by (αh)²/24 of the phase.
 */
class V02bLossySelfPhaseModulationTest {
  static final double LENGTH = 80e3;
  static final double ATTENUATION = 0.2e-3 / (10 / Math.log(10));
  static final double POWER = 5e-3;
  static final double GAMMA = 1.3e-3;
  private static final int SAMPLES = 64;
  private static final TimeGrid GRID = TimeGrid.overWindow(SAMPLES, 1e-9);
  private static final Glass GLASS = Glass.of(0, GAMMA).withAttenuation(ATTENUATION);
  private static final double PHASE =
      GAMMA * POWER * -Math.expm1(-ATTENUATION * LENGTH) / ATTENUATION;
  private static final int[] STEPS = {1, 10, 1000};

  static double tolerance(Tolerances tolerances, int steps) {
    return tolerances.rounding(steps, PHASE);
  }

  private static Complex exact() {
    return Complex.polar(Math.sqrt(POWER * Math.exp(-ATTENUATION * LENGTH)), -PHASE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void phaseIsExactInAnyNumberOfSteps(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> Complex.real(Math.sqrt(POWER)));
      ComplexField exact = scope.closedForm(GRID, t -> exact());
      for (int steps : STEPS) {
        ComplexField output = scope.run(input, GLASS.plan(input, GRID, LENGTH, steps));
        tolerances.requireSmall(
            "relative field error in " + steps + " steps",
            output.relativeError(exact),
            tolerance(tolerances, steps));
      }
    }
  }

  /** Without exact loss the same light converges with order 2 only: loss matters in this test. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void midpointPowerIsOfSecondOrder(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    int[] steps = {10, 20, 40, 80};
    double[] expected = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      double x = ATTENUATION * LENGTH / steps[i];
      // Midpoint sum over exact integral: x/(2 sinh(x/2)), so the phase is short by 1 − that.
      double phaseError = PHASE * (1 - x / (2 * Math.sinh(x / 2)));
      expected[i] = 2 * Math.sin(phaseError / 2);
    }
    Convergence convergence = new Convergence(steps, expected);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> Complex.real(Math.sqrt(POWER)));
      ComplexField exact = scope.closedForm(GRID, t -> exact());
      double[] observed =
          convergence.observe(n -> scope.run(input, midpoint(input, n)).relativeError(exact));
      convergence.require(tolerances, observed, 0, n -> tolerance(tolerances, n));
    }
  }

  /** Loss of half a step, lossless Kerr effect over a whole step, loss of half a step. */
  private static FieldPlan[] midpoint(ComplexField field, int steps) {
    double h = LENGTH / steps;
    FieldPlan loss =
        new GainNoisePlan(
            field.shape(), field.precision(), Math.exp(-ATTENUATION * h / 4), 0, Seeds.of(0), 0);
    FieldPlan kerr = GLASS.withAttenuation(0).plan(field, GRID, h, 1);
    List<FieldPlan> plans = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      plans.add(loss);
      plans.add(kerr);
      plans.add(loss);
    }
    return plans.toArray(FieldPlan[]::new);
  }
}
