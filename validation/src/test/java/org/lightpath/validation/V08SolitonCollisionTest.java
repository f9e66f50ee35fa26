package org.lightpath.validation;

import java.util.function.DoublePredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V8: two fundamental solitons 800 GHz apart meet and part again (Sinkin et al., J. Lightwave
 * Technol. 21:61, 2003).
 *
 * <p>Each leaves as it came, moved forward in its own direction by T₀ ln(1 + 4/V²) and turned by 2
 * arctan(2/V), V = T₀ 2πΔf (Zakharov and Shabat, Sov. Phys. JETP 34:62, 1972). Before and after,
 * the pulses are 44 T₀ apart, so that their sum is the exact solution to double precision.
 */
class V08SolitonCollisionTest {
  static final double BETA2 = -0.1e-27;
  static final double GAMMA = 2.2e-3;
  static final double FULL_WIDTH = 4e-12;
  static final double FREQUENCY_DIFFERENCE = 800e9;
  static final double SEPARATION = 100e-12;
  static final double LENGTH = 400e3;
  static final double PEAK_POWER = 8.827e-3;
  static final double TIMING_SHIFT = 0.0687e-12;
  static final int[] STEPS = {500, 1000, 2000, 4000, 8000};
  static final double[] ERRORS = {2.05e-3, 4.41e-4, 1.09e-4, 2.70e-5, 6.67e-6};

  /** sech²(x) is ½ at x = 0.8813736: full width over T₀ is twice that. */
  private static final double T0 = FULL_WIDTH / (2 * Math.log(1 + Math.sqrt(2)));

  private static final double WINDOW = 400e-12;
  private static final Glass GLASS = Glass.of(BETA2, GAMMA);
  private static final double DISPERSION_LENGTH = T0 * T0 / Math.abs(BETA2);
  private static final double POWER = 1 / (GAMMA * DISPERSION_LENGTH);

  /** Half the relative speed in units of T₀/L_D. */
  private static final double SPEED = Math.PI * FREQUENCY_DIFFERENCE * T0;

  private static final double NONLINEAR_PHASE = LENGTH / DISPERSION_LENGTH;

  /**
   * The published errors have three digits and were taken against a run of 64 000 steps, which
   * itself errs by 1/64 of the error at 8000.
   */
  private static final double BAND = 0.01 + 1.0 / 64;

  private static TimeGrid grid(EngineCase engine) {
    return TimeGrid.overWindow(engine.samples(4096, 2048), WINDOW);
  }

  /**
   * One soliton that starts at {@code start} and moves with ±{@link #SPEED}, shifted and turned.
   */
  private static Complex soliton(double t, double z, double direction, double shift, double turn) {
    double speed = direction * SPEED;
    double start = -direction * SEPARATION / 2 / T0;
    double tau = t / T0 - start;
    double zeta = z / DISPERSION_LENGTH;
    double envelope = 1 / Math.cosh(tau - speed * zeta - direction * shift);
    double phase = speed * tau + (1 - speed * speed) * zeta / 2 + turn;
    return Complex.polar(Math.sqrt(POWER) * envelope, -phase);
  }

  private static Complex launched(double t) {
    return soliton(t, 0, 1, 0, 0).plus(soliton(t, 0, -1, 0, 0));
  }

  private static Complex parted(double t) {
    double relative = 2 * SPEED;
    double shift = Math.log1p(4 / (relative * relative));
    double turn = 2 * Math.atan(2 / relative);
    return soliton(t, LENGTH, 1, shift, turn).plus(soliton(t, LENGTH, -1, shift, turn));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_DOUBLE)
  void convergesToTheClosedForm(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Convergence convergence = new Convergence(STEPS, ERRORS);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, V08SolitonCollisionTest::launched);
      ComplexField exact = scope.closedForm(grid, V08SolitonCollisionTest::parted);
      double[] observed =
          convergence.observe(
              steps -> {
                ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, steps));
                tolerances.requireClose(
                    "energy at " + steps + " steps",
                    1,
                    output.meanPower(0) / input.meanPower(0),
                    tolerances.energy(steps));
                return output.relativeError(exact);
              });
      convergence.require(
          tolerances, observed, BAND, steps -> tolerances.rounding(steps, NONLINEAR_PHASE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void pulsesPartUnchangedAndShifted(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    int steps = STEPS[1];
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, V08SolitonCollisionTest::launched);
      ComplexField alone = scope.launch(grid, t -> soliton(t, 0, 1, 0, 0));
      ComplexField exact = scope.closedForm(grid, V08SolitonCollisionTest::parted);
      ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, steps));
      double error = ERRORS[1] * (1 + BAND) + tolerances.rounding(steps, NONLINEAR_PHASE);
      tolerances.requireSmall("relative field error", output.relativeError(exact), error);
      // The centroid over a half window of width W/2 moves by at most (W/√12) times the error
      // there.
      double timing = WINDOW / 2 / Math.sqrt(12) * error;
      double expected = closedFormArrival();
      double observed = meanTime(output, grid, t -> t > 0);
      tolerances.requireClose("arrival time [ps]", 1e12 * expected, 1e12 * observed, 1e12 * timing);
      // Counter-check: without the other pulse it arrives earlier, by the timing shift.
      ComplexField single = scope.run(alone, GLASS.plan(alone, grid, LENGTH, steps));
      tolerances.requireClose(
          "timing shift [ps]",
          1e12 * TIMING_SHIFT,
          1e12 * (observed - meanTime(single, grid, t -> t > 0)),
          1e12 * 2 * timing);
    }
  }

  private static double closedFormArrival() {
    double walk = Math.abs(BETA2) * Math.PI * FREQUENCY_DIFFERENCE * LENGTH;
    return walk - SEPARATION / 2 + T0 * Math.log1p(1 / (SPEED * SPEED));
  }

  private static double meanTime(ComplexField field, TimeGrid grid, DoublePredicate part) {
    double weight = 0;
    double sum = 0;
    for (int n = 0; n < grid.samples(); n++) {
      double t = grid.time(n);
      if (part.test(t)) {
        weight += field.power(0, 0, n);
        sum += field.power(0, 0, n) * t;
      }
    }
    return sum / weight;
  }
}
