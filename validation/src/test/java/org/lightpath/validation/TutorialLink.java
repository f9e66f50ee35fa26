package org.lightpath.validation;

import java.util.List;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkPlan;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.LinkResult;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.ModulationFormat;
import org.lightpath.fiber.transceiver.PulseShape;
import org.lightpath.fiber.transceiver.Transmitter;
import org.lightpath.fiber.transceiver.TransmitterSpec;
import org.lightpath.fiber.transceiver.Waveform;
import org.lightpath.fiber.transceiver.WdmGrid;

/**
 * The WDM transmission tutorial of OptiCommPy (examples/test_WDM_transmission.ipynb at ebd0dc1): 11
 * channels of 32 GBd PDM-16QAM, 37.5 GHz apart, −2 dBm each, root-raised cosine 0.01 in 1024 taps,
 * 16 samples per symbol, spans of 50 km with D = 16 ps/(nm·km), γ = 1.3 /(W·km), 0.2 dB/km,
 * amplifiers with a noise figure of 4.5 dB.
 *
 * @param symbols per channel and polarisation
 * @param spans number of spans
 */
record TutorialLink(int symbols, int spans) {
  static final int CHANNELS = 11;
  static final double SPACING = 37.5e9;
  static final int SAMPLES_PER_SYMBOL = 16;
  static final double SPAN_LENGTH = 50e3;
  static final double CARRIER = 193.1e12;
  static final double LAUNCH_DBM = -2;
  private static final double SYMBOL_RATE = 32e9;
  private static final double NOISE_FIGURE_DB = 4.5;
  private static final long SYMBOL_SEED = 123;
  private static final long NOISE_SEED = 456;
  static final Launch LAUNCH = new Launch(Optics.fromDbm(LAUNCH_DBM), SYMBOL_SEED);

  private static final Fiber FIBER =
      Fiber.named("tutorial", CARRIER)
          .source("OptiCommPy, examples/test_WDM_transmission.ipynb")
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .betas(beta2())
          .gamma(1.3e-3)
          .build();

  private static double beta2() {
    double wavelength = Optics.SPEED_OF_LIGHT / CARRIER;
    return -16e-6 * wavelength * wavelength / (2 * Math.PI * Optics.SPEED_OF_LIGHT);
  }

  Fiber fiber() {
    return FIBER;
  }

  /** N. */
  int samples() {
    return symbols * SAMPLES_PER_SYMBOL;
  }

  Transmitter transmitter() {
    WdmGrid grid = WdmGrid.uniform(CARRIER, CHANNELS, SPACING, SYMBOL_RATE);
    PulseShape pulse = new PulseShape.TruncatedRootRaisedCosine(0.01, 1024);
    return new Transmitter(
        new TransmitterSpec(
            grid, Waveform.dual(ModulationFormat.QAM16, pulse), symbols, samples()));
  }

  /** The link with the tutorial's amplifiers, or with such as add no noise. */
  Link link(boolean noisy) {
    FiberSection section = new FiberSection(FIBER, SPAN_LENGTH);
    double gain = 1 / section.transmission();
    Amplifier amplifier =
        noisy
            ? new Amplifier(gain, Optics.fromDecibels(NOISE_FIGURE_DB))
            : Amplifier.noiseless(gain);
    return Link.repeated(Span.of(section, amplifier), spans);
  }

  LinkPropagation propagation(StepRule rule, Precision precision, boolean noisy) {
    return LinkPropagation.of(link(noisy), transmitter().timeGrid(), CARRIER)
        .steps(rule)
        .occupying(CHANNELS * SPACING)
        .precision(precision)
        .seeds(Seeds.of(NOISE_SEED))
        .build();
  }

  LinkPlan plan(StepRule rule, ComplexField launched) {
    return propagation(rule, launched.precision(), false)
        .plan(launched.shape(), List.of(launched.peakPower(0)));
  }

  /** The noiseless link by an independent scheme, in equal steps. */
  InteractionPicture.Samples interactionPicture(ComplexField launched, int steps) {
    InteractionPicture medium =
        new InteractionPicture(
            FIBER.linearOperator(transmitter().timeGrid()),
            FIBER.attenuation(),
            FIBER.gamma() * 8 / 9);
    double gain = 1 / new FiberSection(FIBER, SPAN_LENGTH).transmission();
    InteractionPicture.Samples field = InteractionPicture.Samples.of(launched);
    for (int span = 0; span < spans; span++) {
      field = medium.run(field, SPAN_LENGTH, steps).times(Math.sqrt(gain));
    }
    return field;
  }

  /** The noiseless link by naive code in single precision. */
  ComplexField naiveSingle(EngineScope scope, ComplexField launched, int steps) {
    TimeGrid grid = transmitter().timeGrid();
    double[] beta = new double[samples()];
    for (int k = 0; k < beta.length; k++) {
      beta[k] = FIBER.propagationConstant(grid.angularFrequency(k));
    }
    double step = SPAN_LENGTH / steps;
    double[] kerr = new double[steps];
    for (int i = 0; i < steps; i++) {
      kerr[i] = FIBER.gamma() * 8 / 9 * Math.exp(-FIBER.attenuation() * step * i);
      kerr[i] *= FIBER.effectiveLength(step);
    }
    ComplexField field = dispersed(scope, launched, step / 2);
    new NaiveSingle(samples()).run(field, beta, step, kerr, spans);
    return dispersed(scope, field, -step / 2);
  }

  /** Dispersion alone, exact. */
  private ComplexField dispersed(EngineScope scope, ComplexField field, double length) {
    LinearOperator beta = FIBER.linearOperator(transmitter().timeGrid());
    return scope.run(
        field,
        new PropagationPlan(
            field.shape(),
            field.precision(),
            length < 0 ? beta.negated() : beta,
            new KerrNonlinearity.Manakov(FieldParameter.of(0)),
            0,
            StepPlan.uniform("dispersion alone", Math.abs(length), 1)));
  }

  /** Output field, to be closed by the scope. */
  ComplexField run(EngineScope scope, StepRule rule, ComplexField launched, boolean noisy) {
    Engine engine = scope.engine();
    LinkResult result = propagation(rule, launched.precision(), noisy).run(engine, launched);
    return scope.adopt(result.state().field());
  }
}
