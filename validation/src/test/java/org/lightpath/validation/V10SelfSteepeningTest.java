package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.GnlseModel;

/**
 * V10: self-steepening without dispersion (Agrawal, Nonlinear Fiber Optics, §4.4.1). The power
 * obeys ∂P/∂z + 3 (γ/ω₀) P ∂P/∂t = 0: every power level is delayed in proportion to itself, so the
 * peak falls behind by 3γP₀z/ω₀ and the trailing edge steepens towards a shock.
 */
class V10SelfSteepeningTest {
  /** Delay of the peak in units of T₀; the shock of a Gaussian is at 3 · 0.39 = 1.17. */
  static final double DELAY = 0.6;

  static final double TOLERANCE = 1e-5;

  private static final double T0 = 20e-15;
  private static final double POWER = 1e4;
  private static final double CARRIER = Optics.SPEED_OF_LIGHT / 800e-9;
  private static final Fiber FIBER = Fiber.named("without dispersion", CARRIER).gamma(0.1).build();
  private static final TimeGrid GRID = TimeGrid.overWindow(1024, 50 * T0);
  private static final int STEPS = 600;
  private static final double LENGTH =
      DELAY * T0 * 2 * Math.PI * CARRIER / (3 * FIBER.gamma() * POWER);

  /** P(t) with P = P₀ exp(−(t − 3γPz/ω₀)²/T₀²), by bisection: one solution before the shock. */
  private static double exact(double t) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double p = (low + high) / 2;
      double start = t / T0 - DELAY * p;
      if (t / T0 > DELAY) {
        // Behind the peak: larger p means a start nearer the top.
        if (p < Math.exp(-start * start)) {
          low = p;
        } else {
          high = p;
        }
      } else if (Math.exp(-start * start) > p) {
        low = p;
      } else {
        high = p;
      }
    }
    return (low + high) / 2;
  }

  private static ComplexField launch(EngineScope scope) {
    return scope.launch(
        GRID, t -> Complex.real(Math.sqrt(POWER) * Math.exp(-t * t / (2 * T0 * T0))));
  }

  private static double powerError(ComplexField field) {
    double difference = 0;
    double norm = 0;
    for (int n = 0; n < GRID.samples(); n++) {
      double expected = exact(GRID.time(n));
      double observed = field.power(0, 0, n) / POWER;
      difference += (observed - expected) * (observed - expected);
      norm += expected * expected;
    }
    return Math.sqrt(difference / norm);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void powerLevelsAreDelayedByThemselves(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    GeneralisedFiber steep = new GeneralisedFiber(FIBER, GeneralisedFiber.steepening(), GRID);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = launch(scope);
      double phase = FIBER.gamma() * POWER * LENGTH;
      // Twice the field's error; the steepest edge has 1/(1 − 0.6/1.17) times the launched slope.
      double rounding = 2 * tolerances.rounding(STEPS, phase) / (1 - DELAY / 1.17);
      ComplexField output = steep.run(scope, input, LENGTH, STEPS).field();
      tolerances.requireSmall(
          "power against the implicit solution", powerError(output), TOLERANCE + rounding);
      // Blue of the steep trailing edge reaches further than red of the leading one.
      tolerances.requireAbove(
          "rms frequency above over below the carrier", 1.1, above(output) / below(output));
      ComplexField even = steep.with(GnlseModel.kerr()).run(scope, input, LENGTH, STEPS).field();
      tolerances.requireClose(
          "the same without self-steepening", 1, above(even) / below(even), 1e-6 + 4 * rounding);
      tolerances.requireAbove("error of the power without it", 0.1, powerError(even));
    }
  }

  private static double above(ComplexField field) {
    return moment(field, true);
  }

  private static double below(ComplexField field) {
    return moment(field, false);
  }

  private static double moment(ComplexField field, boolean positive) {
    double[] spectrum = Observables.powerSpectrum(field, 0);
    double sum = 0;
    double weight = 0;
    for (int k = 0; k < spectrum.length; k++) {
      double w = GRID.angularFrequency(k);
      if (positive == w > 0 && w != 0) {
        sum += spectrum[k] * w * w;
        weight += spectrum[k];
      }
    }
    return Math.sqrt(sum / weight);
  }
}
