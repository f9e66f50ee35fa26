package org.lightpath.validation;

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
 * V5: Runge–Kutta in the interaction picture on a soliton of order two with Raman scattering,
 * self-steepening, third-order dispersion and loss, over one dispersion length: fourth order with
 * planned steps, an error that follows the tolerance with adaptive ones, and two conservation laws:
 * photons with self-steepening, energy with Raman scattering alone, each but for the loss.
 */
class V05InteractionPictureTest {
  static final int[] STEPS = {50, 100, 200};
  static final double ORDER = 4;
  static final double ORDER_TOLERANCE = 0.3;
  static final double[] TOLERANCES = {1e-5, 1e-6, 1e-7, 1e-8};

  /** Photons are conserved by the equation, not by the scheme: so far its error allows. */
  static final double PHOTONS = 1e-7;

  private static final int CONVERGED_STEPS = 1600;
  private static final double T0 = 100e-15;
  private static final double BETA2 = -20e-27;
  private static final double LENGTH = T0 * T0 / Math.abs(BETA2);
  private static final double ATTENUATION = 0.4;
  private static final Fiber FIBER =
      Fiber.named("lossy, with third-order dispersion", Optics.SPEED_OF_LIGHT / 1550e-9)
          .betas(BETA2, 0.1e-39)
          .gamma(2e-3)
          .attenuation(ATTENUATION)
          .build();
  private static final GeneralisedFiber FULL =
      new GeneralisedFiber(
          FIBER, GnlseModel.full(RamanResponse.BLOW_WOOD), TimeGrid.overWindow(512, 4e-12));

  /** γP₀L of a soliton of order two over one dispersion length. */
  private static final double NONLINEAR_PHASE = 4;

  private static ComplexField launch(EngineScope scope) {
    double power = Soliton.peakPower(FIBER, KerrModel.SCALAR, T0, 2);
    return scope.launch(FULL.grid(), t -> Complex.real(Math.sqrt(power) / Math.cosh(t / T0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void plannedStepsAreOfFourthOrder(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, FULL.grid().samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = launch(scope);
      ComplexField converged = FULL.run(scope, input, LENGTH, CONVERGED_STEPS).field();
      double before = Double.NaN;
      for (int steps : STEPS) {
        double error = FULL.run(scope, input, LENGTH, steps).field().relativeError(converged);
        if (steps > STEPS[0]) {
          double order = Math.log(before / error) / Math.log(2);
          tolerances.requireClose("order at " + steps + " steps", ORDER, order, ORDER_TOLERANCE);
        }
        before = error;
      }
      // Errors far above rounding: an order could not be read off otherwise.
      tolerances.requireAbove(
          "last error over rounding",
          100,
          before / tolerances.rounding(CONVERGED_STEPS, NONLINEAR_PHASE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void theErrorFollowsTheTolerance(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, FULL.grid().samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = launch(scope);
      ComplexField converged = FULL.run(scope, input, LENGTH, CONVERGED_STEPS).field();
      double loosest = 0;
      double error = 0;
      for (double tolerance : TOLERANCES) {
        GeneralisedFiber.Output output = FULL.adapt(scope, input, LENGTH, tolerance);
        error = output.field().relativeError(converged);
        loosest = Math.max(loosest, error);
        // Local errors are at most the tolerance, and each grows at most as the Kerr effect lets
        // it.
        double sum = output.counts().accepted(0) * tolerance * Math.hypot(1, NONLINEAR_PHASE);
        tolerances.requireSmall("error at tolerance " + tolerance, error, sum);
      }
      double last = TOLERANCES[TOLERANCES.length - 1];
      tolerances.requireAbove(
          "error at the loosest over error at the tightest tolerance",
          TOLERANCES[0] / last / 10,
          loosest / error);
    }
  }

  /** With self-steepening photons decay as e^(−αL); energy falls faster, by the Raman shift. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void photonsAreConserved(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, FULL.grid().samples());
    double left = Math.exp(-ATTENUATION * LENGTH);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = launch(scope);
      ComplexField output = FULL.run(scope, input, LENGTH, STEPS[2]).field();
      double allowed = PHOTONS + tolerances.energy(STEPS[2]);
      tolerances.requireSmall(
          "photons", Math.abs((1 + FULL.photonError(input, output)) / left - 1), allowed);
      double lost = 1 - output.meanPower(0) / input.meanPower(0) / left;
      tolerances.requireAbove("energy lost to the glass over the bound", 10, lost / allowed);
    }
  }

  /** Without self-steepening it is the other way round. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void energyIsConservedWithoutSelfSteepening(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, FULL.grid().samples());
    GeneralisedFiber raman = FULL.with(new GnlseModel(FULL.model().raman(), false));
    double left = Math.exp(-ATTENUATION * LENGTH);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = launch(scope);
      ComplexField output = raman.run(scope, input, LENGTH, STEPS[2]).field();
      double allowed = PHOTONS + tolerances.energy(STEPS[2]);
      tolerances.requireClose(
          "energy", left, output.meanPower(0) / input.meanPower(0), left * allowed);
      double gained = (1 + raman.photonError(input, output)) / left - 1;
      tolerances.requireAbove("photons gained over the bound", 10, gained / allowed);
    }
  }
}
