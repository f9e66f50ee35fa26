package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/**
 * V2: self-phase modulation alone. A Gaussian pulse turns by −γP₀L e^(−T²/T₀²); its spectrum has M
 * peaks at φ = γP₀L = (M − ½)π and its rms width grows by √(1 + 4φ²/(3√3)) (Agrawal, Nonlinear
 * Fiber Optics, §4.1: eqs. 4.1.14 and 4.1.17 with C = 0).
 */
class V02SelfPhaseModulationTest {
  static final int SAMPLES = 4096;
  private static final double T0 = 1e-12;
  private static final double GAMMA = 2e-3;
  private static final double LENGTH = 1000;
  private static final TimeGrid GRID = TimeGrid.overWindow(SAMPLES, 80 * T0);

  /** Growth of the rms width for 1 … 5 peaks, as published. */
  static final double[] BROADENING = {1.70276, 4.25378, 6.96313, 9.69902, 12.44395};

  /** The published growth has five decimals. */
  private static final double PRINTED = 0.5e-5;

  private static Complex gaussian(double t, double peakPower) {
    return Complex.real(Math.sqrt(peakPower) * Math.exp(-t * t / (2 * T0 * T0)));
  }

  private static Complex turned(double t, double peakPower) {
    Complex launched = gaussian(t, peakPower);
    return launched.times(Complex.polar(1, -GAMMA * LENGTH * launched.power()));
  }

  /** Field after one step: the phase φ itself is rounded to u. */
  static double tolerance(Tolerances tolerances, double phase) {
    return tolerances.rounding(1, phase);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void hasTheClosedFormAndItsSpectrum(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    Glass glass = Glass.of(0, GAMMA);
    try (EngineScope scope = new EngineScope(engine)) {
      for (int peaks = 1; peaks <= BROADENING.length; peaks++) {
        double phase = (peaks - 0.5) * Math.PI;
        double power = phase / (GAMMA * LENGTH);
        ComplexField input = scope.launch(GRID, t -> gaussian(t, power));
        ComplexField output = scope.run(input, glass.plan(input, GRID, LENGTH, 1));
        ComplexField exact = scope.closedForm(GRID, t -> turned(t, power));
        double tolerance = tolerance(tolerances, phase);
        tolerances.requireSmall(
            "relative field error at φ = " + phase, output.relativeError(exact), tolerance);
        assertThat(peaks(Observables.powerSpectrum(output, 0)))
            .as("peaks, %s", engine)
            .isEqualTo(peaks);
        requireBroadening(tolerances, phase, tolerance, output, BROADENING[peaks - 1]);
      }
    }
  }

  private static void requireBroadening(
      Tolerances tolerances, double phase, double tolerance, ComplexField output, double printed) {
    double expected = Math.sqrt(1 + 4 * phase * phase / (3 * Math.sqrt(3)));
    double launched = 1 / (Math.sqrt(2) * T0);
    double observed = Observables.rmsBandwidth(output, GRID) / launched;
    double bound = bandwidthTolerance(tolerance, expected);
    tolerances.requireClose("rms broadening at φ = " + phase, expected, observed, bound);
    tolerances.requireClose("published broadening", printed, observed, PRINTED + bound);
  }

  /**
   * A field error δ spread evenly over the band |ω| ≤ Ω adds δ²Ω²/3 to the second moment and at
   * most 2σδΩ/√3 where it meets the spectrum; half of the sum over σ, in units of the launched
   * width.
   */
  private static double bandwidthTolerance(double fieldError, double broadening) {
    double reach = fieldError * Math.PI / GRID.spacing() * Math.sqrt(2) * T0 / Math.sqrt(3);
    return reach + reach * reach / (2 * broadening);
  }

  /** Local maxima above 1 % of the largest: between its peaks this spectrum falls far deeper. */
  private static long peaks(double[] spectrum) {
    int n = spectrum.length;
    double largest = IntStream.range(0, n).mapToDouble(k -> spectrum[k]).max().orElseThrow();
    return IntStream.range(0, n)
        .filter(k -> spectrum[k] > largest / 100)
        .filter(k -> spectrum[k] > spectrum[Math.floorMod(k - 1, n)])
        .filter(k -> spectrum[k] >= spectrum[Math.floorMod(k + 1, n)])
        .count();
  }

  /**
   * The pulse's power profile never changes, and with the other sign of γ the spectrum is the same.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void powerStaysAndTheSignOfThePhaseIsSeen(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double power = 1.5 * Math.PI / (GAMMA * LENGTH);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input = scope.launch(GRID, t -> gaussian(t, power));
      ComplexField exact = scope.closedForm(GRID, t -> turned(t, power));
      ComplexField output = scope.run(input, Glass.of(0, GAMMA).plan(input, GRID, LENGTH, 1));
      ComplexField wrong = scope.run(input, Glass.of(0, -GAMMA).plan(input, GRID, LENGTH, 1));
      tolerances.requireClose(
          "energy", 1, output.meanPower(0) / input.meanPower(0), tolerances.energy(1));
      tolerances.requireClose(
          "energy, wrong sign", 1, wrong.meanPower(0) / input.meanPower(0), tolerances.energy(1));
      tolerances.requireAbove("error with the wrong sign of γ", 1, wrong.relativeError(exact));
    }
  }
}
