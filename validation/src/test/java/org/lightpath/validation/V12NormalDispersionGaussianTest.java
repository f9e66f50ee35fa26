package org.lightpath.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.reference.ReferenceEngineProvider;
import org.lightpath.fiber.TimeGrid;

/**
 * V12: Gaussian pulse, 1 W and T₀ = 1 ps, β₂ = +1 ps²/km, γ = 1 /(W·km), 5 km, no loss: the unit
 * case of Sionna's split-step test (test/unit/channel/test_optical.py at 20d2bca), whose largest
 * |u| is 0.3589292. The field is compared with a converged one.
 */
class V12NormalDispersionGaussianTest {
  static final int[] STEPS = {250, 500, 1000, 2000};
  static final double[] ERRORS = {2.11e-5, 5.27e-6, 1.32e-6, 3.29e-7};
  static final double LARGEST_MAGNITUDE = 0.3589292;
  static final double LENGTH = 5;
  static final double WINDOW = 100;
  static final int SAMPLES = 4096;
  static final Glass GLASS = Glass.of(1, 1);

  /** γ∫P dz of the peak is below γP₀L, since the pulse spreads. */
  static final double NONLINEAR_PHASE = LENGTH;

  /** The published errors have three digits; the converged field errs by far less. */
  static final double BAND = 0.01;

  /** Distance of the stored field from that of an independent scheme of order 4. */
  static final double INDEPENDENT = 1e-11;

  private static final double PRINTED = 0.5e-7;
  private static final String WRITE_PROPERTY = "lightpath.validation.write";

  private static TimeGrid grid(EngineCase engine) {
    return TimeGrid.overWindow(engine.samples(SAMPLES, ConvergedField.SAMPLES), WINDOW);
  }

  static Complex gaussian(double t) {
    return Complex.real(Math.exp(-t * t / 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void convergesAsPublished(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    Convergence convergence = new Convergence(STEPS, ERRORS);
    ConvergedField converged = ConvergedField.read();
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      double[] observed =
          convergence.observe(
              steps -> {
                ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, steps));
                tolerances.requireClose(
                    "largest |u| at " + steps + " steps",
                    LARGEST_MAGNITUDE,
                    Math.sqrt(output.peakPower(0)),
                    PRINTED + converged.error(output));
                return converged.error(output);
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
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      ComplexField output = scope.run(input, GLASS.plan(input, grid, LENGTH, STEPS[0]));
      tolerances.requireClose(
          "relative field error",
          ERRORS[0],
          ConvergedField.read().error(output),
          BAND * ERRORS[0] + tolerances.rounding(STEPS[0], NONLINEAR_PHASE));
    }
  }

  /** Without Kerr effect the pulse spreads less: its closed form has another peak. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void linearPulseIsAnother(EngineCase engine) {
    TimeGrid grid = grid(engine);
    Tolerances tolerances = new Tolerances(engine, grid.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      ComplexField output = scope.run(input, GLASS.withGamma(0).plan(input, grid, LENGTH, 1));
      tolerances.requireClose(
          "largest |u| without Kerr effect",
          Math.pow(1 + LENGTH * LENGTH, -0.25),
          Math.sqrt(output.peakPower(0)),
          Math.sqrt(WINDOW) * tolerances.rounding(1));
      tolerances.requireAbove("error", 0.1, ConvergedField.read().error(output));
    }
  }

  /**
   * The stored field is the solution: another scheme, of order 4, gives the same on the 512 samples
   * that carry the whole bandwidth.
   */
  @Test
  void convergedFieldIsThatOfAnotherScheme() {
    EngineCase reference = new EngineCase(new ReferenceEngineProvider(), Precision.DOUBLE);
    TimeGrid grid = TimeGrid.overWindow(ConvergedField.SAMPLES, WINDOW);
    Tolerances tolerances = new Tolerances(reference, ConvergedField.SAMPLES);
    InteractionPicture medium =
        new InteractionPicture(LinearOperator.common(GLASS.propagationConstants(grid)), 0, 1);
    try (EngineScope scope = new EngineScope(reference)) {
      ComplexField field = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      medium.run(InteractionPicture.Samples.of(field), LENGTH, 2000).writeTo(field);
      tolerances.requireSmall(
          "stored field from that of Runge-Kutta in the interaction picture",
          ConvergedField.read().error(field),
          INDEPENDENT);
      tolerances.requireClose(
          "largest |u| by Runge-Kutta", LARGEST_MAGNITUDE, Math.sqrt(field.peakPower(0)), PRINTED);
    }
  }

  /**
   * The stored field is what the reference engine gives: A = (4 A_4000 − A_2000)/3, in which the
   * error of order h² cancels. Its own error is of order h⁴: less than 1e-3 of the error at 4000
   * steps, 1e-10, since halving h at 2000 steps changes the error by 4 to three digits.
   */
  @Test
  @Tag("slow")
  void convergedFieldIsReproduced() throws IOException {
    EngineCase reference = new EngineCase(new ReferenceEngineProvider(), Precision.DOUBLE);
    TimeGrid grid = TimeGrid.overWindow(SAMPLES, WINDOW);
    Tolerances tolerances = new Tolerances(reference, SAMPLES);
    try (EngineScope scope = new EngineScope(reference)) {
      ComplexField input = scope.launch(grid, V12NormalDispersionGaussianTest::gaussian);
      ComplexField coarse = scope.run(input, GLASS.plan(input, grid, LENGTH, 2000));
      ComplexField fine = scope.run(input, GLASS.plan(input, grid, LENGTH, 4000));
      ComplexField limit = scope.allocate(input.shape(), Precision.DOUBLE);
      for (long i = 0; i < 2 * input.shape().elements(); i++) {
        limit.setReal(i, (4 * fine.real(i) - coarse.real(i)) / 3);
      }
      String folder = System.getProperty(WRITE_PROPERTY);
      if (folder != null) {
        Files.writeString(Path.of(folder, ConvergedField.RESOURCE), ConvergedField.format(limit));
      }
      tolerances.requireSmall(
          "relative difference from the stored field",
          ConvergedField.read().error(limit),
          2 * tolerances.rounding(4000, NONLINEAR_PHASE));
    }
  }
}
