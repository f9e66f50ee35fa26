package org.lightpath.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.ModulationFormat;

/**
 * V15: nonlinear interference σ² = a_NL P³ of a WDM comb against the Gaussian-noise model, and
 * against the split-step results of Serena and Bononi (J. Lightwave Technol. 33:1459, 2015): 15
 * channels of 32 GBd, sinc pulses, 37.5 GHz apart, five spans of 100 km, D = 17 ps/(nm·km).
 */
class V15NonlinearInterferenceTest {
  /** Published a_NL [dB mW⁻²] of the split-step method: Gaussian symbols, 16QAM, QPSK. */
  static final double GAUSSIAN_DB = -23.5;

  static final double QAM16_DB = -25.1;
  static final double QPSK_DB = -26.3;

  /** The same of the closed form, arXiv:1209.0394, eq. 120. */
  static final double CLOSED_FORM_DB = -23.30;

  /** The closed form is evaluated, so only its two printed decimals are left. */
  static final double CLOSED_FORM_TOLERANCE_DB = 0.005;

  /**
   * How far split-step results lie from the coherent integral over the channel's band, which is of
   * first order and takes the signal for Gaussian noise at every point.
   */
  static final double MODEL_DB = 0.3;

  /** What longer steps, by the channels' band instead of the simulated one, may change. */
  static final double STEPS_DB = 0.01;

  /** The coherent integral's density at the centre of the channel over that in its band. */
  static final double CENTRE_DB = 0.22;

  /** Scalar equation and one polarisation instead of Manakov and two: 27/8. */
  static final double SCALAR_DB = 10 * Math.log10(27.0 / 8);

  /** The published values have one decimal, read from figures. */
  private static final double READ_DB = 0.3;

  private static final int STANDARD_ERRORS = 3;
  private static final int SEEDS = 16;
  private static final StepRule RULE = StepRule.standard();
  private static final InterferenceLink SMALL = new InterferenceLink(5, 2, 1024, 12);
  private static final InterferenceLink PUBLISHED = new InterferenceLink(15, 5, 4096, 24);

  private static List<Long> seeds(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST)
  void agreesWithTheGaussianNoiseModel(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SMALL.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      InterferenceLink.Estimate manakov =
          SMALL.estimate(scope, ModulationFormat.GAUSSIAN, KerrModel.MANAKOV, RULE, seeds(SEEDS));
      double model = SMALL.coherentOverBand();
      tolerances.requireClose(
          "a_NL [dB mW⁻²], Gaussian symbols",
          model,
          manakov.decibels(),
          MODEL_DB + STANDARD_ERRORS * manakov.standardError());
      // Counter-check: the scalar equation on one polarisation is 5.28 dB off.
      InterferenceLink.Estimate scalar =
          SMALL.estimate(scope, ModulationFormat.GAUSSIAN, KerrModel.SCALAR, RULE, seeds(SEEDS));
      double error = Math.hypot(manakov.standardError(), scalar.standardError());
      tolerances.requireClose(
          "scalar over Manakov [dB]",
          SCALAR_DB,
          scalar.decibels() - manakov.decibels(),
          MODEL_DB + STANDARD_ERRORS * error);
      // Counter-check: symbols of constant power interfere less than the model's Gaussian ones.
      InterferenceLink.Estimate constant =
          SMALL.estimate(scope, ModulationFormat.QPSK, KerrModel.MANAKOV, RULE, seeds(SEEDS));
      tolerances.requireAbove(
          "Gaussian over QPSK [dB]",
          STANDARD_ERRORS * Math.hypot(manakov.standardError(), constant.standardError()),
          manakov.decibels() - constant.decibels());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void closedFormIsAsPublished(EngineCase engine) {
    new Tolerances(engine, PUBLISHED.samples())
        .requireClose(
            "a_NL [dB mW⁻²] by eq. 120",
            CLOSED_FORM_DB,
            PUBLISHED.closedForm(GnPolarisation.DUAL),
            CLOSED_FORM_TOLERANCE_DB);
  }

  /** The step rule sees the channels' band; with five of them its errors do not reach a_NL. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_DOUBLE)
  void stepsAreShortEnough(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SMALL.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      double[] decibels = new double[2];
      for (int i = 0; i < decibels.length; i++) {
        InterferenceLink link = i == 0 ? SMALL : SMALL.withStepsByBandwidth();
        decibels[i] =
            link.estimate(scope, ModulationFormat.GAUSSIAN, KerrModel.MANAKOV, RULE, seeds(2))
                .decibels();
      }
      tolerances.requireClose(
          "change of a_NL by steps of the simulated bandwidth [dB]",
          0,
          decibels[1] - decibels[0],
          STEPS_DB);
    }
  }

  /** The density at the centre of a channel is its largest: centre times R overstates the noise. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.DOUBLE)
  void centreOverstatesTheBand(EngineCase engine) {
    new Tolerances(engine, SMALL.samples())
        .requireClose(
            "coherent integral at the centre over that of the band [dB]",
            CENTRE_DB,
            SMALL.coherentAtCentre() - SMALL.coherentOverBand(),
            0.05);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST)
  @Tag("slow")
  void agreesWithPublishedSplitStepResults(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, PUBLISHED.samples());
    List<ModulationFormat> formats =
        List.of(ModulationFormat.GAUSSIAN, ModulationFormat.QAM16, ModulationFormat.QPSK);
    List<Double> published = List.of(GAUSSIAN_DB, QAM16_DB, QPSK_DB);
    List<Double> observed = new ArrayList<>();
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < formats.size(); i++) {
        InterferenceLink.Estimate estimate =
            PUBLISHED.estimate(scope, formats.get(i), KerrModel.MANAKOV, RULE, seeds(2));
        tolerances.requireClose(
            "a_NL [dB mW⁻²], " + formats.get(i),
            published.get(i),
            estimate.decibels(),
            READ_DB + STANDARD_ERRORS * estimate.standardError());
        observed.add(estimate.decibels());
      }
    }
    tolerances.requireAbove("Gaussian over 16QAM [dB]", 0, observed.get(0) - observed.get(1));
    tolerances.requireAbove("16QAM over QPSK [dB]", 0, observed.get(1) - observed.get(2));
  }

  /** σ² ∝ P³: 3 dB more power, 6 dB less ratio of signal to interference. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_DOUBLE)
  void growsWithTheCubeOfThePower(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SMALL.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      double[] decibels = new double[2];
      for (int i = 0; i < decibels.length; i++) {
        InterferenceLink link = SMALL.launchedAt(Optics.fromDbm(-4 + 3 * i));
        decibels[i] =
            link.estimate(scope, ModulationFormat.GAUSSIAN, KerrModel.MANAKOV, RULE, seeds(1))
                .decibels();
      }
      // Same symbols, so no statistics; second-order perturbation is a_NL P² beside 1: below −30
      // dB.
      tolerances.requireClose("change of a_NL [dB]", 0, decibels[1] - decibels[0], 0.05);
    }
  }

  /** What goes in comes out: amplifiers make up for the loss, interference only moves power. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST)
  void powerIsKept(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SMALL.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField launched =
          SMALL.launched(scope, ModulationFormat.GAUSSIAN, KerrModel.MANAKOV, seeds(1));
      ComplexField received = SMALL.cross(scope, launched, KerrModel.MANAKOV, RULE);
      tolerances.requireClose(
          "power received over launched",
          1,
          received.meanPower(0) / launched.meanPower(0),
          tolerances.energy(SMALL.steps(launched, RULE)));
    }
  }
}
