package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.TimeGrid;

/**
 * V20, signs: what a wrong sign of the Fourier transform or of an operator would turn round, each
 * with its closed form. Where peers mix the two sign families, it is these that go the wrong way.
 */
class V20SignsTest {
  private static final double T0 = 5e-12;
  private static final TimeGrid GRID = TimeGrid.overWindow(1024, 200 * T0);
  private static final double BETA2 = -20e-27;
  private static final double BETA3 = 0.1e-39;
  private static final double DISPERSION_LENGTH = T0 * T0 / Math.abs(BETA2);

  private static Complex gaussian(double t) {
    return Complex.real(Math.exp(-t * t / (2 * T0 * T0)));
  }

  /**
   * Centroids in units of T₀: a field error δ spread over the window W moves one by δW/√12 at most
   * twice, and by δ²W/2 where it does not meet the pulse.
   */
  private static double centroidTolerance(Tolerances tolerances) {
    double error = tolerances.rounding(1);
    double windows = GRID.window() / T0;
    return 2 * error * windows / Math.sqrt(12) + error * error * windows / 2;
  }

  /**
   * β₃ &gt; 0 delays both wings of the spectrum: the mean time is β₃⟨ω²⟩z/2 and the tail is late.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void thirdOrderDispersionTrails(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    double length = 3 * T0 * T0 * T0 / BETA3;
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20SignsTest::gaussian);
      Glass glass = Glass.of(0, 0).withBeta3(BETA3);
      ComplexField output = scope.run(input, glass.plan(input, GRID, length, 1));
      tolerances.requireClose(
          "mean time over T₀",
          BETA3 * length / (4 * T0 * T0 * T0),
          Observables.meanTime(output, GRID, 0) / T0,
          centroidTolerance(tolerances));
      // The oscillating tail is late; the other sign would turn this ratio over.
      tolerances.requireAbove(
          "energy after over energy before the pulse", 100, late(output) / early(output));
    }
  }

  private static double late(ComplexField field) {
    return energyBetween(field, 4 * T0, 20 * T0);
  }

  private static double early(ComplexField field) {
    return energyBetween(field, -20 * T0, -4 * T0);
  }

  private static double energyBetween(ComplexField field, double from, double to) {
    double sum = 0;
    for (int n = 0; n < GRID.samples(); n++) {
      double t = GRID.time(n);
      if (t >= from && t <= to) {
        sum += field.power(0, 0, n);
      }
    }
    return sum;
  }

  /**
   * A pulse at a higher optical frequency (positive bin) runs ahead where β₂ &lt; 0: β₂ωz &lt; 0.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void higherFrequencyIsFasterWhereDispersionIsAnomalous(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    int bin = 128;
    double omega = GRID.angularFrequency(bin);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> gaussian(t).times(Complex.polar(1, omega * t)));
      double[] spectrum = Observables.powerSpectrum(input, 0);
      tolerances.requireAbove(
          "power at the positive over power at the negative bin",
          1e6,
          spectrum[bin] / spectrum[GRID.samples() - bin]);
      ComplexField output =
          scope.run(input, Glass.of(BETA2, 0).plan(input, GRID, 2 * DISPERSION_LENGTH, 1));
      tolerances.requireClose(
          "arrival over T₀",
          BETA2 * omega * 2 * DISPERSION_LENGTH / T0,
          Observables.meanTime(output, GRID, 0) / T0,
          centroidTolerance(tolerances));
    }
  }

  /** The polarisation with the larger β₁ arrives later, by the differential group delay Δβ₁z. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void largerGroupDelayArrivesLater(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    double length = 1000;
    double half = 2 * T0 / length;
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20SignsTest::gaussian, V20SignsTest::gaussian);
      Glass slow = new Glass(half, 0, 0, 0, 0, false);
      Glass quick = new Glass(-half, 0, 0, 0, 0, false);
      PropagationPlan plan =
          new PropagationPlan(
              input.shape(),
              input.precision(),
              LinearOperator.perMode(
                  new double[][] {
                    slow.propagationConstants(GRID), quick.propagationConstants(GRID)
                  }),
              new KerrNonlinearity.Scalar(FieldParameter.of(0)),
              0,
              StepPlan.uniform("one step", length, 1));
      ComplexField output = scope.run(input, plan);
      for (int mode = 0; mode < 2; mode++) {
        tolerances.requireClose(
            "arrival of polarisation " + mode + " over T₀",
            mode == 0 ? 2 : -2,
            Observables.meanTime(output, GRID, mode) / T0,
            centroidTolerance(tolerances));
      }
    }
  }

  /**
   * A pulse whose frequency rises with time (C &gt; 0: ω = CT/T₀²) is compressed where β₂ &lt; 0,
   * to T₀/√(1 + C²) at z = C/(1 + C²) L_D, and spreads from the start where β₂ &gt; 0 (Agrawal,
   * Nonlinear Fiber Optics, eqs. 3.2.17 to 3.2.20).
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void risingChirpIsCompressedByAnomalousDispersion(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    double chirp = 2;
    double x = chirp / (1 + chirp * chirp);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input =
          scope.launch(
              GRID, t -> gaussian(t).times(Complex.polar(1, chirp * t * t / (2 * T0 * T0))));
      for (double sign : new double[] {1, -1}) {
        Glass glass = Glass.of(sign * BETA2, 0);
        ComplexField output = scope.run(input, glass.plan(input, GRID, x * DISPERSION_LENGTH, 1));
        double expected = Math.hypot(1 - sign * chirp * x, x);
        double width = Observables.rmsWidth(output, GRID, 0) / (T0 / Math.sqrt(2));
        tolerances.requireClose(
            "width over launched width, β₂ = " + sign * BETA2,
            expected,
            width,
            centroidTolerance(tolerances) / expected);
      }
      tolerances.requireClose(
          "smallest width", 1 / Math.hypot(1, chirp), Math.hypot(1 - chirp * x, x), 0x1p-50);
    }
  }

  /** The Kerr effect turns the phase backwards, −γPz: the leading edge is shifted to the red. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void selfPhaseModulationShiftsTheLeadingEdgeToTheRed(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, GRID.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, V20SignsTest::gaussian);
      ComplexField output = scope.run(input, Glass.of(0, 1e-3).plan(input, GRID, 2000, 1));
      for (int side : new int[] {-1, 1}) {
        int n = GRID.samples() / 2 + side * (int) Math.round(T0 / GRID.spacing());
        double observed = instantaneousFrequency(output, n) * T0;
        // ω = dφ/dt with φ = −2 e^(−T²/T₀²), differenced over the two neighbours as it is observed.
        double dt = GRID.spacing();
        double t = GRID.time(n);
        double expected = (kerrPhase(t + dt) - kerrPhase(t - dt)) / (2 * dt) * T0;
        tolerances.requireClose(
            "ωT₀ " + (side < 0 ? "before" : "after") + " the peak",
            expected,
            observed,
            Math.sqrt(GRID.samples()) * tolerances.rounding(1) * T0 / dt);
        tolerances.requireAbove("sign of the shift", 0, side * observed);
      }
    }
  }

  private static double kerrPhase(double t) {
    return -2 * gaussian(t).power();
  }

  private static double instantaneousFrequency(ComplexField field, int n) {
    Complex before = new Complex(field.re(0, 0, n - 1), field.im(0, 0, n - 1));
    Complex after = new Complex(field.re(0, 0, n + 1), field.im(0, 0, n + 1));
    return after.times(before.conjugate()).argument() / (2 * GRID.spacing());
  }
}
