package org.lightpath.validation;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cloud.fidelity.CoreMultiplier;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.ExactMultiplier;
import org.lightpath.cloud.fidelity.FullScaleLight;
import org.lightpath.cloud.fidelity.LinkEffects;
import org.lightpath.cloud.fidelity.LinkFit;
import org.lightpath.cloud.fidelity.Neighbours;
import org.lightpath.cloud.fidelity.Seeding;
import org.lightpath.cloud.fidelity.StreamLight;
import org.lightpath.cloud.fidelity.StreamLink;
import org.lightpath.cloud.fidelity.StreamPath;
import org.lightpath.cloud.fidelity.StreamShape;
import org.lightpath.cloud.fidelity.StreamSpec;
import org.lightpath.cloud.fidelity.WaveformMultiplier;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.photonic.core.CoreQuality;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.StreamPair;

/**
 * G2: a core whose parameters were fitted to training sequences over a link of amplified,
 * dispersive, nonlinear spans errs as the light itself does, propagated by split steps: same SNR,
 * same bias, same error with gain and offset removed, on products that the fit has not seen.
 *
 * <p>Tolerance. A row of A holds K noisy symbols that meet N columns of B, so its error has NK/(N +
 * K) degrees of freedom, n over all rows. The power of either level's errors is known to √(2/n),
 * the fitted one to √(2/training): three standard errors of their ratio, {@link #BOUND}.
 */
class G02FittedLinkTest {
  static final int SPANS = 2;

  /** Launch powers [dBm]: amplifier noise makes the errors at the first, Kerr at the second. */
  static final double[] LAUNCH = {-20, 10};

  /** By how much [dB] a fit of another link must be off. */
  static final double OFF = 2;

  private static final int ROWS = 48;
  private static final int COLUMNS = 40;
  private static final int INNER = 96;
  private static final int RUNS = 6;
  private static final int TRAINING = 16_384;
  private static final MatmulShape SHAPE = MatmulShape.of(1, ROWS, COLUMNS, INNER);

  /** Degrees of freedom of the errors, n. */
  private static final double FREEDOM = (double) RUNS * ROWS * COLUMNS * INNER / (COLUMNS + INNER);

  /** [dB]. */
  static final double BOUND =
      Optics.toDecibels(1 + 3 * Math.sqrt(2 / FREEDOM + 2 / FREEDOM + 2.0 / TRAINING));

  private static final double RATE = 10e9;
  private static final double CARRIER = 193.4e12;
  private static final double LENGTH = 30e3;

  /** Standard fibre (ITU-T G.652): 0.2 dB/km, D = 17 ps/(nm km), γ = 1.3 /(W km). */
  private static final Fiber GLASS =
      Fiber.named("standard", CARRIER)
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .dispersion(17e-6, 0)
          .gamma(1.3e-3)
          .build();

  /** Compensating fibre: 0.5 dB/km, D = −100 ps/(nm km), γ = 3 /(W km). */
  private static final Fiber COMPENSATING =
      Fiber.named("compensating", CARRIER)
          .attenuation(Optics.attenuationFromDecibels(0.5e-3))
          .dispersion(-100e-6, 0)
          .gamma(3e-3)
          .build();

  /** Both levels take them: their error, far below the noise, is common. */
  private static final StepRule STEPS =
      new StepRule.Finer(
          new StepRule.NonlinearPhase(0.05),
          new StepRule.DispersionLimited(StepRule.DEFAULT_PHASE));

  private static StreamSpec through(int spans, double launchDbm) {
    FiberSection fiber = new FiberSection(GLASS, LENGTH);
    FiberSection module = new FiberSection(COMPENSATING, LENGTH * 17 / 100);
    double loss = fiber.transmission() * module.transmission();
    Amplifier amplifier = new Amplifier(1 / loss, Optics.fromDecibels(5));
    Link link = Link.repeated(Span.of(fiber, module, amplifier), spans);
    OpticalFilter filter = new OpticalFilter(new OpticalFilter.SuperGaussian(2), 0, 5 * RATE);
    StreamPath path = new StreamPath(Optional.of(link), Optional.of(filter), CARRIER, STEPS);
    return spec(Optics.fromDbm(launchDbm), path);
  }

  private static StreamSpec spec(double power, StreamPath path) {
    return new StreamSpec(
        StreamShape.of(RATE), FieldModulator.IDEAL, StreamLight.of(power), Neighbours.NONE, path);
  }

  /** Both levels of one engine; the right operand stands next to the core. */
  private static final class Levels {
    private final EngineScope scope;
    private final StreamLink left;
    private final StreamLink right;

    Levels(EngineScope scope, StreamSpec left) {
      this.scope = scope;
      this.left = new StreamLink(scope.engine(), left, scope.precision(), 11);
      StreamSpec local = spec(1e-3, StreamPath.none(CARRIER));
      this.right = new StreamLink(scope.engine(), local, scope.precision(), 12);
    }

    private CoreSettings settings() {
      StreamPair streams = new StreamPair(FieldModulator.IDEAL, FieldModulator.IDEAL, 0);
      HomodyneCore core =
          HomodyneCore.ideal(Double.POSITIVE_INFINITY, INNER / 2).withStreams(streams);
      return CoreSettings.of(core, new Seeding(1, 99))
          .withLight(FullScaleLight.INFINITE)
          .withPrecision(scope.precision());
    }

    LinkEffects fit() {
      return LinkFit.fit(left, right, TRAINING, 5);
    }

    CoreQuality waveform(LinkEffects effects) {
      try (WaveformMultiplier light =
          new WaveformMultiplier(scope.engine(), settings(), left, right, effects.gain())) {
        return quality(light);
      }
    }

    CoreQuality fitted(LinkEffects effects) {
      try (CoreMultiplier core = new CoreMultiplier(scope.engine(), effects.on(settings()))) {
        return quality(core);
      }
    }

    private CoreQuality quality(Multiplier multiplier) {
      Errors errors = new Errors();
      try (ExactMultiplier digital = new ExactMultiplier(scope.engine(), scope.precision())) {
        for (int run = 0; run < RUNS; run++) {
          Product product = random(run);
          Product exact = random(run);
          multiplier.multiply(product, run);
          digital.multiply(exact, run);
          errors.add(product.result(), exact.result());
        }
      }
      return errors.quality();
    }
  }

  private static Product random(int run) {
    return new Product(
        new Product.Site(0, "random", "MatMul"),
        SHAPE,
        new Operand("a", uniform(2 * run, SHAPE.left().elements()), false),
        new Operand("b", uniform(2 * run + 1, SHAPE.right().elements()), false),
        new float[Math.toIntExact(SHAPE.result().elements())]);
  }

  private static float[] uniform(int stream, long count) {
    float[] values = new float[Math.toIntExact(count)];
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      Philox.words(20260102, stream, 0, i, words);
      values[i] = (float) (2 * Philox.uniform(words[0]) - 1);
    }
    return values;
  }

  /** Sums of results and their errors. */
  private static final class Errors {
    private long count;
    private double exact;
    private double exactSquare;
    private double product;
    private double error;
    private double errorSquare;

    void add(float[] results, float[] expected) {
      for (int i = 0; i < results.length; i++) {
        double e = (double) results[i] - expected[i];
        exact += expected[i];
        exactSquare += (double) expected[i] * expected[i];
        product += (double) results[i] * expected[i];
        error += e;
        errorSquare += e * e;
      }
      count += results.length;
    }

    CoreQuality quality() {
      double mean = exact / count;
      double variance = exactSquare / count - mean * mean;
      double covariance = product / count - mean * (exact + error) / count;
      return new CoreQuality(
          count,
          exactSquare / count,
          errorSquare / count,
          error / count,
          mean,
          covariance / variance);
    }
  }

  private static void requireSame(
      Tolerances tolerances, String at, CoreQuality wave, CoreQuality core) {
    tolerances.requireClose("SNR [dB]" + at, wave.snrDecibels(), core.snrDecibels(), BOUND);
    tolerances.requireClose(
        "SNR without gain and offset [dB]" + at,
        wave.snrGainRemovedDecibels(),
        core.snrGainRemovedDecibels(),
        BOUND);
    double deviation = wave.relativeError() * Math.sqrt(2 / FREEDOM);
    tolerances.requireClose("bias" + at, wave.relativeBias(), core.relativeBias(), 3 * deviation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_SINGLE)
  void theFittedCoreErrsAsTheLightDoes(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, INNER);
    try (EngineScope scope = new EngineScope(engine)) {
      double[] snr = new double[LAUNCH.length];
      for (int i = 0; i < LAUNCH.length; i++) {
        Levels levels = new Levels(scope, through(SPANS, LAUNCH[i]));
        LinkEffects effects = levels.fit();
        CoreQuality wave = levels.waveform(effects);
        requireSame(tolerances, " at %.0f dBm".formatted(LAUNCH[i]), wave, levels.fitted(effects));
        snr[i] = wave.snrDecibels();
      }
      // Amplifier noise alone would leave the bright stream as much better as it is brighter.
      double amplifiers = snr[0] + LAUNCH[1] - LAUNCH[0];
      tolerances.requireAbove("Kerr noise over amplifier noise [dB]", 10, amplifiers - snr[1]);
    }
  }

  /** Counter-check: twice the spans make twice the noise. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_SINGLE)
  void aFitOfAnotherLinkIsTold(EngineCase engine) {
    try (EngineScope scope = new EngineScope(engine)) {
      Levels near = new Levels(scope, through(SPANS, LAUNCH[0]));
      Levels far = new Levels(scope, through(2 * SPANS, LAUNCH[0]));
      double wave = near.waveform(near.fit()).snrDecibels();
      double other = near.fitted(far.fit()).snrDecibels();
      new Tolerances(engine, INNER).requireAbove("fit of twice the spans [dB]", OFF, wave - other);
    }
  }
}
