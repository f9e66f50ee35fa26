package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.CoreQuality;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.StreamPair;

/**
 * Both levels have the same error statistics.
 *
 * <p>Tolerance. The error of 6 runs of 48 rows with 96 symbols holds the noise of 27,648 symbols of
 * A in 40 of 96 directions of B each: N K/(N + K) = 28 degrees of freedom for each of 288 rows, so
 * its power is known to √(2/8064) = 1.6 %; that of the fit to √(2/16384) = 1.1 %, the behavioural
 * draw to 1.6 %. Four times their quadratic sum is 10 %, 0.42 dB; the bound is 0.5 dB.
 */
class LinkFitTest {
  private static final MatmulShape SHAPE = MatmulShape.of(1, 48, 40, 96);
  private static final int RUNS = 6;
  private static final double BOUND = 0.5;
  private static final int TRAINING = 16_384;

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("cpu", EngineOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static StreamLink link(StreamSpec spec, long seed) {
    return new StreamLink(engine, spec, Precision.SINGLE, seed);
  }

  private static CoreSettings settings(StreamSpec left, StreamSpec right) {
    StreamPair streams = new StreamPair(left.modulator(), right.modulator(), 0);
    HomodyneCore core = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 48).withStreams(streams);
    return CoreSettings.of(core, new Seeding(1, 99)).withLight(FullScaleLight.INFINITE);
  }

  /** Errors of products of values spread evenly, or of positive ones with weights off balance. */
  private static CoreQuality quality(Multiplier multiplier, long seed, boolean skewed) {
    ErrorSums sums = new ErrorSums();
    for (int run = 0; run < RUNS; run++) {
      Product product = Products.random(0, SHAPE, seed + run, false);
      if (skewed) {
        skew(product.left().values(), product.right().values());
      }
      multiplier.multiply(product, run);
      double[] exact = Products.exact(product);
      float[] expected = new float[exact.length];
      for (int i = 0; i < exact.length; i++) {
        expected[i] = (float) exact[i];
      }
      sums.add(product.result(), expected);
    }
    return sums.quality();
  }

  private static void skew(float[] x, float[] w) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    for (int i = 0; i < w.length; i++) {
      w[i] = w[i] * w[i] * w[i] + 0.05f;
    }
  }

  private static LinkEffects fit(StreamSpec left, StreamSpec right) {
    return LinkFit.fit(link(left, 11), link(right, 12), TRAINING, 5);
  }

  private static CoreQuality waveform(
      StreamSpec left, StreamSpec right, LinkEffects effects, boolean skewed) {
    try (WaveformMultiplier level =
        new WaveformMultiplier(
            engine, settings(left, right), link(left, 11), link(right, 12), effects.gain())) {
      return quality(level, 40, skewed);
    }
  }

  private static CoreQuality behavioural(
      CoreSettings settings, LinkEffects effects, long seed, boolean skewed) {
    try (CoreMultiplier level = new CoreMultiplier(engine, effects.on(settings))) {
      return quality(level, seed, skewed);
    }
  }

  private static CoreQuality requireSame(StreamSpec left, StreamSpec right, boolean skewed) {
    LinkEffects effects = fit(left, right);
    CoreSettings settings = settings(left, right);
    CoreQuality wave = waveform(left, right, effects, skewed);
    CoreQuality same = behavioural(settings, effects, 40, skewed);
    CoreQuality otherSeed = behavioural(settings, effects, 4000, skewed);
    for (CoreQuality fitted : new CoreQuality[] {same, otherSeed}) {
      assertThat(fitted.snrDecibels()).isCloseTo(wave.snrDecibels(), within(BOUND));
      // Means over 11,520 outputs, those of a row correlated: 288 rows with 28 degrees each.
      double deviation = Math.sqrt(wave.errorPower() / wave.signalPower() / 288);
      assertThat(fitted.relativeBias()).isCloseTo(wave.relativeBias(), within(4 * deviation));
    }
    return wave;
  }

  @Test
  void amplifierNoiseOfOneAndOfBothLinks() {
    StreamSpec noisy = Streams.through(Streams.link(2, 30e3, 1), -20);
    assertThat(requireSame(noisy, Streams.local(), false).snrDecibels())
        .isCloseTo(23.8, within(0.5));
    // Both links at 10 dB per symbol: a fifth of the error is the beat of noise with noise.
    StreamSpec loud = Streams.through(Streams.link(2, 30e3, 1), -27);
    requireSame(loud, loud, false);
  }

  @Test
  void kerrEffectOfTheStreamItselfAndOfItsNeighbours() {
    StreamSpec bright = Streams.through(Streams.link(2, 30e3, 1), 10);
    double snr = requireSame(bright, Streams.local(), false).snrDecibels();
    // Amplifier noise alone would leave 54 dB.
    assertThat(snr).isLessThan(35);
    StreamSpec crowded =
        Streams.through(Streams.link(1, 20e3, 0), 6)
            .withShape(Streams.local().shape().withSamples(16))
            .withNeighbours(new Neighbours(1, 50e9, 2));
    StreamSpec local = Streams.local().withShape(crowded.shape());
    requireSame(crowded, local, false);
  }

  @Test
  void whereKerrMattersTrainingIsBestOfTheOperandsOwnKind() {
    StreamSpec bright = Streams.through(Streams.link(2, 30e3, 1), 10);
    StreamSpec local = Streams.local();
    float[] x = StreamLink.uniform(71, TRAINING);
    float[] w = StreamLink.uniform(72, TRAINING);
    skew(x, w);
    LinkEffects own = LinkFit.fit(link(bright, 11), link(local, 12), x, w, 5);
    LinkEffects even = fit(bright, local);
    CoreSettings settings = settings(bright, local);
    double wave = waveform(bright, local, own, true).snrDecibels();
    assertThat(behavioural(settings, own, 40, true).snrDecibels()).isCloseTo(wave, within(BOUND));
    // Values of a wider spread make more Kerr noise than these operands do.
    assertThat(behavioural(settings, even, 40, true).snrDecibels()).isLessThan(wave - BOUND);
  }

  @Test
  void residualDispersionAndValuesThatAreNotBalanced() {
    StreamSpec half = Streams.through(Streams.link(2, 30e3, 0.5), -10);
    requireSame(half, Streams.local(), false);
    CoreQuality skewed = requireSame(half, Streams.local(), true);
    // Dispersion takes light from a symbol to its neighbours with the opposite sign: a bias that
    // noise could not stand for.
    assertThat(skewed.relativeBias()).isLessThan(-0.02);
    LinkEffects effects = fit(half, Streams.local());
    assertThat(effects.memory().get(1)).isNegative();
  }

  @Test
  void bandwidthConverterResidueAndLaser() {
    FieldModulator modulator =
        FieldModulator.IDEAL
            .withBandwidth(10e9, Streams.RATE)
            .withDriver(Driver.machZehnder(6))
            .withExtinctionRatio(1000);
    StreamSpec slow = Streams.local().withModulator(modulator);
    requireSame(slow, slow, true);
    StreamSpec turning =
        Streams.local().withLight(StreamLight.of(1e-3).withLaser(3e7, 2 / Streams.RATE));
    requireSame(turning, Streams.local(), false);
  }

  @Test
  void aFitOfAnotherNetworkDoesNotAgree() {
    StreamSpec near = Streams.through(Streams.link(2, 30e3, 1), -20);
    StreamSpec far = Streams.through(Streams.link(4, 30e3, 1), -20);
    StreamSpec local = Streams.local();
    double wave = waveform(near, local, fit(near, local), false).snrDecibels();
    double other = behavioural(settings(near, local), fit(far, local), 40, false).snrDecibels();
    assertThat(Math.abs(wave - other)).isGreaterThan(4 * BOUND);
  }

  @Test
  void commonDispersionCancelsBetweenBothStreams() {
    StreamSpec dispersed = Streams.through(Streams.link(1, 20e3, 0), -5);
    LinkEffects both = LinkFit.fit(link(dispersed, 1), link(dispersed, 2), 2000, 5);
    LinkEffects one = LinkFit.fit(link(dispersed, 1), link(Streams.local(), 2), 2000, 5);
    // |H|² = 1: what dispersion does to both, the conjugate product undoes.
    assertThat(both.memory()).isEmpty();
    assertThat(one.memory()).isNotEmpty();
  }

  @Test
  void refusesTooLittleTraining() {
    StreamLink local = link(Streams.local(), 1);
    assertThatThrownBy(() -> LinkFit.fit(local, local, 10, 1)).hasMessageContaining("training");
    assertThatThrownBy(
            () ->
                LinkEffects.NONE.on(
                    settings(Streams.local(), Streams.local())
                        .withCore(org.lightpath.photonic.core.CoherentWdmCore.ideal(1, 4))))
        .hasMessageContaining("homodyne");
  }

  @Test
  void theFittedCoreKeepsItsReceiver() {
    StreamSpec local = Streams.local();
    HomodyneCore core = HomodyneCore.ideal(5, 48);
    core = core.withCircuit(core.circuit().withConverter(ConverterRange.expected(6, 4)));
    LinkEffects effects = LinkFit.fit(link(local, 1), link(local, 2), 2000, 5);
    CoreSettings fitted = effects.on(CoreSettings.of(core, Seeding.DEFAULT));
    assertThat(((HomodyneCore) fitted.core()).circuit()).isEqualTo(core.circuit());
    assertThat(effects.gain()).isCloseTo(1, within(1e-6));
  }
}
