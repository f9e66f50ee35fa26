package org.lightpath.validation;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.Soliton;
import org.lightpath.fiber.pulse.GnlseModel;

/**
 * V9: the Raman shift of a fundamental soliton over five dispersion lengths (Gordon, Opt. Lett.
 * 11:662, 1986): dΩ/dz = −8|β₂|T_R/(15 T₀⁴) to lower frequency, T_R = f_R ∫ t h_R dt, exact for
 * long pulses. Short ones leave the expansion; their ratio to it was computed with an independent
 * program (numpy, the other sign family).
 */
class V09RamanShiftTest {
  static final double[] WIDTHS = {200e-15, 100e-15, 50e-15};
  static final double[] RATIOS = {1.0160, 1.0668, 1.2725};

  /** Four decimals are known. */
  static final double TOLERANCE = 0.0005;

  private static final double BETA2 = -20e-27;
  private static final double LENGTHS = 5;
  private static final int SAMPLES = 1024;
  private static final int STEPS = 400;
  private static final double TAU1 = 12.2e-15;
  private static final double TAU2 = 32e-15;
  private static final Fiber FIBER =
      Fiber.named("standard", Optics.SPEED_OF_LIGHT / 1550e-9).betas(BETA2).gamma(2e-3).build();

  /** T_R of Blow and Wood [s]. */
  private static double ramanTime() {
    double first = 2 * TAU1 * TAU1 * TAU2 / (TAU1 * TAU1 + TAU2 * TAU2);
    return RamanResponse.BLOW_WOOD.fraction() * first;
  }

  private static ComplexField soliton(EngineScope scope, TimeGrid grid, double t0) {
    double power = Soliton.peakPower(FIBER, KerrModel.SCALAR, t0, 1);
    return scope.launch(grid, t -> Complex.real(Math.sqrt(power) / Math.cosh(t / t0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void solitonShiftsToTheRed(EngineCase engine) {
    for (int i = 0; i < WIDTHS.length; i++) {
      double t0 = WIDTHS[i];
      TimeGrid grid = TimeGrid.overWindow(SAMPLES, 50 * t0);
      GeneralisedFiber fiber =
          new GeneralisedFiber(
              FIBER, new GnlseModel(Optional.of(RamanResponse.BLOW_WOOD), false), grid);
      double length = LENGTHS * t0 * t0 / Math.abs(BETA2);
      double gordon = -8 * Math.abs(BETA2) * ramanTime() / (15 * Math.pow(t0, 4)) * length;
      Tolerances tolerances = new Tolerances(engine, SAMPLES);
      try (EngineScope scope = new EngineScope(engine)) {
        ComplexField input = soliton(scope, grid, t0);
        double shift = fiber.meanFrequency(fiber.run(scope, input, length, STEPS).field());
        // A field error δ moves the mean frequency by δ times the rms bandwidth 1/(√3 T₀), twice at
        // most.
        double rounding =
            2 * tolerances.rounding(STEPS, LENGTHS) / (Math.sqrt(3) * t0) / Math.abs(gordon);
        tolerances.requireClose(
            "shift over Gordon's at %.0f fs".formatted(t0 * 1e15),
            RATIOS[i],
            shift / gordon,
            TOLERANCE * RATIOS[i] + rounding);
        double still =
            fiber
                .with(GnlseModel.kerr())
                .meanFrequency(
                    fiber.with(GnlseModel.kerr()).run(scope, input, length, STEPS).field());
        tolerances.requireSmall(
            "shift without Raman scattering", Math.abs(still / gordon), rounding + 1e-9);
      }
    }
  }
}
