package org.lightpath.validation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V13: the Manakov equation. A soliton of peak power (9/8) |β₂|/(γT₀²) keeps its shape in any state
 * of polarisation (Wai and Menyuk, J. Lightwave Technol. 14:148, 1996); two equal polarisations of
 * 9/16 W each give V12's pulse, 3/4 as large (the device of Sionna's dual-polarisation test).
 */
class V13ManakovTest {
  static final int[] STEPS = {200, 400};
  static final double[] ERRORS = {2.84e-4, 7.10e-5};
  static final double BETA2 = -20e-27;
  static final double GAMMA = 1.3e-3;
  static final double T0 = 10e-12;

  /** Relative difference between states of polarisation, in double precision. */
  static final double SPREAD = 1e-12;

  private static final double DISPERSION_LENGTH = T0 * T0 / Math.abs(BETA2);
  private static final double LENGTH = 5 * DISPERSION_LENGTH;
  private static final double POWER = 9.0 / 8 / (GAMMA * DISPERSION_LENGTH);
  private static final double NONLINEAR_PHASE = 5;
  private static final double BAND = 0.01;
  private static final Glass GLASS = Glass.of(BETA2, GAMMA).withManakov();

  /** A state of polarisation: (cos θ, sin θ e^(jφ)). */
  private record Polarisation(double theta, double phi) {
    Complex x(Complex amplitude) {
      return amplitude.times(Math.cos(theta));
    }

    Complex y(Complex amplitude) {
      return amplitude.times(Complex.polar(Math.sin(theta), phi));
    }
  }

  private static final List<Polarisation> STATES =
      List.of(
          new Polarisation(0, 0),
          new Polarisation(Math.PI / 4, Math.PI / 2),
          new Polarisation(0.3, 1.1),
          new Polarisation(1.2, -2.5));

  private static TimeGrid grid(EngineCase engine) {
    return TimeGrid.overWindow(engine.samples(4096, 512), 60 * T0);
  }

  private static Complex soliton(double t, double z) {
    return Complex.polar(Math.sqrt(POWER) / Math.cosh(t / T0), -z / (2 * DISPERSION_LENGTH));
  }

  private static ComplexField polarised(
      EngineScope scope, TimeGrid grid, Polarisation state, double z) {
    return scope.closedForm(grid, t -> state.x(soliton(t, z)), t -> state.y(soliton(t, z)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void solitonKeepsItsShapeInAnyState(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Convergence convergence = new Convergence(STEPS, ERRORS);
    List<Double> finest = new ArrayList<>();
    try (EngineScope scope = new EngineScope(engine)) {
      for (Polarisation state : STATES) {
        ComplexField input = polarised(scope, grid, state, 0);
        ComplexField exact = polarised(scope, grid, state, LENGTH);
        double[] observed =
            convergence.observe(
                steps ->
                    scope.run(input, GLASS.plan(input, grid, LENGTH, steps)).relativeError(exact));
        convergence.require(
            tolerances, observed, BAND, steps -> tolerances.rounding(steps, NONLINEAR_PHASE));
        finest.add(observed[1]);
        tolerances.requireClose(
            "error in state " + state, finest.getFirst(), finest.getLast(), SPREAD);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.SINGLE)
  void solitonHoldsInSinglePrecision(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      for (Polarisation state : STATES) {
        ComplexField input =
            scope.launch(grid, t -> state.x(soliton(t, 0)), t -> state.y(soliton(t, 0)));
        ComplexField exact = polarised(scope, grid, state, LENGTH);
        ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, STEPS[0]));
        tolerances.requireClose(
            "relative field error in state " + state,
            ERRORS[0],
            output.relativeError(exact),
            BAND * ERRORS[0] + tolerances.rounding(STEPS[0], NONLINEAR_PHASE));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void equalPolarisationsAreTheScalarPulse(EngineCase engine) {
    TimeGrid grid =
        TimeGrid.overWindow(
            engine.samples(V12NormalDispersionGaussianTest.SAMPLES, ConvergedField.SAMPLES),
            V12NormalDispersionGaussianTest.WINDOW);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Glass scalar = V12NormalDispersionGaussianTest.GLASS;
    double length = V12NormalDispersionGaussianTest.LENGTH;
    int steps = V12NormalDispersionGaussianTest.STEPS[0];
    Envelope half = t -> V12NormalDispersionGaussianTest.gaussian(t).times(0.75);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField one = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      ComplexField two = scope.launch(grid, half, half);
      ComplexField expected = scope.run(one, scalar.plan(one, grid, length, steps));
      ComplexField observed = scope.run(two, scalar.withManakov().plan(two, grid, length, steps));
      ComplexField scaled =
          scope.closedForm(grid, scaledSamples(expected, grid), scaledSamples(expected, grid));
      tolerances.requireSmall(
          "relative difference from the scalar pulse",
          observed.relativeError(scaled),
          2 * tolerances.rounding(steps, V12NormalDispersionGaussianTest.NONLINEAR_PHASE));
    }
  }

  private static Envelope scaledSamples(ComplexField field, TimeGrid grid) {
    return t -> {
      int n = (int) Math.round(t / grid.spacing()) + grid.samples() / 2;
      return new Complex(field.re(0, 0, n), field.im(0, 0, n)).times(0.75);
    };
  }

  /**
   * Counter-check: without the factor 8/9 and the other polarisation's power (the scalar equation
   * on each), the same light is no soliton, and in which state it is matters.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void scalarEquationBreaksIt(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Glass scalar = Glass.of(BETA2, GAMMA);
    try (EngineScope scope = new EngineScope(engine)) {
      for (Polarisation state : STATES) {
        ComplexField input =
            scope.launch(grid, t -> state.x(soliton(t, 0)), t -> state.y(soliton(t, 0)));
        ComplexField exact = polarised(scope, grid, state, LENGTH);
        ComplexField output = scope.run(input, scalar.plan(input, grid, LENGTH, STEPS[0]));
        tolerances.requireAbove("error in state " + state, 0.1, output.relativeError(exact));
      }
    }
  }
}
