package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

/**
 * V7: degenerate four-wave mixing of two continuous waves, pump and signal Δf apart, in a lossy
 * fibre. At the mirror frequency appears
 *
 * <p>P_i = η (γL_eff)² P_p² P_s e^(−αL), η = α²/(α² + Δβ²) [1 + 4e^(−αL) sin²(ΔβL/2)/(1 −
 * e^(−αL))²], Δβ = β₂(2πΔf)²
 *
 * <p>(Hill et al., J. Appl. Phys. 49:5098, 1978; Shibata et al., IEEE J. Quantum Electron. 23:1205,
 * 1987).
 */
class V07FourWaveMixingTest {
  static final double LENGTH = 80e3;
  static final double GAMMA = 1.3e-3;
  static final double DISPERSION = 17e-6;
  static final double WAVELENGTH = 1550e-9;
  static final double LAUNCH_DBM = -10;
  static final double[] SPACINGS = {25e9, 50e9};
  static final double[] IDLER_DBM = {-98.401, -110.333};
  static final double[] EFFICIENCY_DB = {-21.194, -33.125};

  /**
   * Self- and cross-phase modulation at 0.1 mW, which the closed form leaves out: up to 0.014 dB.
   */
  static final double TOLERANCE_DB = 0.02;

  /** Published error of 200 steps at 50 GHz. */
  static final double COARSE_ERROR_DB = 0.27;

  /** One unit of the last digit published: the constants behind it are not published. */
  private static final double PRINTED_DB = 1e-3;

  private static final int COARSE_STEPS = 200;
  private static final int SAMPLES = 64;
  private static final double ATTENUATION = Optics.attenuationFromDecibels(0.2e-3);
  private static final double BETA2 =
      -DISPERSION * WAVELENGTH * WAVELENGTH / (2 * Math.PI * Optics.SPEED_OF_LIGHT);
  private static final Glass GLASS = Glass.of(BETA2, GAMMA).withAttenuation(ATTENUATION);

  private static double efficiency(double spacing) {
    double mismatch = BETA2 * Math.pow(2 * Math.PI * spacing, 2);
    double decay = Math.exp(-ATTENUATION * LENGTH);
    double sine = Math.sin(mismatch * LENGTH / 2);
    double ripple = 4 * decay * sine * sine / Math.pow(1 - decay, 2);
    double squared = ATTENUATION * ATTENUATION;
    return squared / (squared + mismatch * mismatch) * (1 + ripple);
  }

  private static double idlerDbm(double efficiency) {
    double launched = Optics.fromDbm(LAUNCH_DBM);
    double growth = GAMMA * -Math.expm1(-ATTENUATION * LENGTH) / ATTENUATION;
    double idler = growth * growth * Math.pow(launched, 3) * Math.exp(-ATTENUATION * LENGTH);
    return Optics.toDbm(efficiency * idler);
  }

  /** Output of a pump at the carrier and a signal one spacing above. */
  private static ComplexField mix(EngineScope scope, Glass glass, double spacing, int steps) {
    TimeGrid grid = TimeGrid.overWindow(SAMPLES, 1 / spacing);
    double amplitude = Math.sqrt(Optics.fromDbm(LAUNCH_DBM));
    ComplexField input =
        scope.launch(
            grid,
            t -> Complex.polar(amplitude, 2 * Math.PI * spacing * t).plus(Complex.real(amplitude)));
    return scope.run(input, glass.plan(input, grid, LENGTH, steps));
  }

  private static double idlerDbm(ComplexField output) {
    return Optics.toDbm(Observables.amplitude(output, 0, -1).power());
  }

  /**
   * What the finite step leaves: the wave generated within one step is taken at its middle, short
   * of the integral over ±Δβh/2 by x²/24 of the amplitude at x = Δβh.
   */
  private static double stepErrorDb(double spacing, int steps) {
    double x = BETA2 * Math.pow(2 * Math.PI * spacing, 2) * LENGTH / steps;
    return 20 * Math.log10(1 + x * x / 24);
  }

  /** Rounding noise in one bin of N, beside an idler this far below the two waves. */
  private static double noiseDb(Tolerances tolerances, double idlerDbm, int steps) {
    double received = LAUNCH_DBM + 10 * Math.log10(2 * Math.exp(-ATTENUATION * LENGTH));
    double amplitude = Math.pow(10, (idlerDbm - received) / 20);
    double noise = tolerances.independent(steps) / Math.sqrt(SAMPLES);
    return 20 * Math.log10(1 + noise / amplitude);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void idlerHasThePublishedPower(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    int steps = engine.isDouble() ? 4000 : 1000;
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < SPACINGS.length; i++) {
        double efficiency = efficiency(SPACINGS[i]);
        double expected = idlerDbm(efficiency);
        tolerances.requireClose(
            "published efficiency [dB]",
            EFFICIENCY_DB[i],
            Optics.toDecibels(efficiency),
            PRINTED_DB);
        tolerances.requireClose("published idler [dBm]", IDLER_DBM[i], expected, PRINTED_DB);
        ComplexField output = mix(scope, GLASS, SPACINGS[i], steps);
        double received = 2 * Optics.fromDbm(LAUNCH_DBM) * Math.exp(-ATTENUATION * LENGTH);
        tolerances.requireClose(
            "received power", 1, output.meanPower(0) / received, tolerances.energy(steps));
        tolerances.requireClose(
            "idler [dBm] at a spacing of " + SPACINGS[i] + " Hz",
            expected,
            idlerDbm(output),
            TOLERANCE_DB + stepErrorDb(SPACINGS[i], steps) + noiseDb(tolerances, expected, steps));
      }
    }
  }

  /** Steps too long for the phase mismatch exaggerate the idler by the published amount. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void coarseStepsExaggerate(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      double coarse = idlerDbm(mix(scope, GLASS, SPACINGS[1], COARSE_STEPS));
      tolerances.requireClose(
          "error of 200 steps [dB]",
          COARSE_ERROR_DB,
          coarse - idlerDbm(efficiency(SPACINGS[1])),
          TOLERANCE_DB);
    }
  }

  /** No Kerr effect, no idler; no dispersion, an idler stronger by 1/η. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void idlerNeedsKerrAndFearsDispersion(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    int steps = 200;
    try (EngineScope scope = new EngineScope(engine)) {
      double without = idlerDbm(mix(scope, GLASS.withGamma(0), SPACINGS[0], steps));
      double noise = noiseDb(tolerances, IDLER_DBM[0], steps);
      tolerances.requireAbove("idler with over without Kerr [dB]", 20, IDLER_DBM[0] - without);
      double matched = idlerDbm(mix(scope, GLASS.withBeta2(0), SPACINGS[0], steps));
      tolerances.requireClose(
          "gain of perfect phase matching [dB]",
          -EFFICIENCY_DB[0],
          matched - IDLER_DBM[0],
          TOLERANCE_DB + PRINTED_DB + noise);
    }
  }
}
