package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V1: a Gaussian pulse under group-velocity dispersion alone keeps its closed form, in one step:
 *
 * <p>A(z,T) = T₀/√q · exp(−T²/2q), q = T₀² + jβ₂z; rms width σ₀ √(1 + z²/L_D²) (Agrawal, Nonlinear
 * Fiber Optics, §3.2, conjugated to this project's signs).
 */
class V01GaussianDispersionTest {
  static final double T0 = 20e-12;
  static final double BETA2 = -21.67e-27;
  static final int SAMPLES = 4096;
  static final double WINDOW = 2000e-12;
  private static final double DISPERSION_LENGTH = T0 * T0 / Math.abs(BETA2);
  private static final TimeGrid GRID = TimeGrid.overWindow(SAMPLES, WINDOW);
  private static final double[] DISTANCES = {1, 2, 4};

  private static Complex pulse(double t, double beta2, double z) {
    Complex q = new Complex(T0 * T0, beta2 * z);
    return Complex.real(-t * t / 2).over(q).exp().times(T0).over(q.sqrt());
  }

  /**
   * One step: rounding of two transforms and one product. The phase β z of a bin, rounded to u,
   * reaches z/L_D · (ωT₀)²/2 with rms √3/4 z/L_D over the pulse's spectrum: half a unit roundoff
   * for each dispersion length, in double precision whatever the precision of the field.
   */
  static double tolerance(Tolerances tolerances, double dispersionLengths) {
    return tolerances.rounding(1) + 0x1p-53 * dispersionLengths;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void keepsItsClosedForm(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    Glass glass = Glass.of(BETA2, 0);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> pulse(t, BETA2, 0));
      double width = Observables.rmsWidth(input, GRID, 0);
      for (double lengths : DISTANCES) {
        double z = lengths * DISPERSION_LENGTH;
        ComplexField output = scope.run(input, glass.plan(input, GRID, z, 1));
        ComplexField exact = scope.closedForm(GRID, t -> pulse(t, BETA2, z));
        double tolerance = tolerance(tolerances, lengths);
        tolerances.requireSmall(
            "relative field error after " + lengths + " L_D",
            output.relativeError(exact),
            tolerance);
        tolerances.requireClose(
            "rms width in units of σ₀ after " + lengths + " L_D",
            Math.hypot(1, lengths),
            Observables.rmsWidth(output, GRID, 0) / width,
            widthTolerance(tolerance) * Math.hypot(1, lengths));
        tolerances.requireClose(
            "energy after " + lengths + " L_D",
            1,
            output.meanPower(0) / input.meanPower(0),
            tolerances.energy(1));
      }
    }
  }

  /**
   * A field error δ spread evenly over the window W adds δ²W²/12 to the second moment σ², and by
   * the Cauchy-Schwarz inequality at most 2σδW/√12 where it meets the pulse. Relative to σ ≥ σ₀ =
   * T₀/√2 the width moves by half of their sum over σ₀².
   */
  private static double widthTolerance(double fieldError) {
    double reach = fieldError * WINDOW / (T0 / Math.sqrt(2)) / Math.sqrt(12);
    return reach + reach * reach / 2;
  }

  /** The other sign of β₂ gives the same widths: only the complex field can tell them apart. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void wrongSignIsSeen(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> pulse(t, BETA2, 0));
      ComplexField wrong =
          scope.run(input, Glass.of(-BETA2, 0).plan(input, GRID, DISPERSION_LENGTH, 1));
      ComplexField exact = scope.closedForm(GRID, t -> pulse(t, BETA2, DISPERSION_LENGTH));
      // Overlap of the two closed forms: ∫A A'* ∝ T₀/√q* with q = T₀²(1 ∓ j), so |A − A'|² follows.
      Complex overlap = Complex.real(1).over(new Complex(1, -1).sqrt());
      tolerances.requireClose(
          "distance of the two signs",
          Math.sqrt(2 - 2 * overlap.re()),
          wrong.relativeError(exact),
          2 * tolerance(tolerances, 1));
    }
  }
}
