package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoherentWdmCore;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.Interference;

class WaveformMultiplierTest {
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("cpu", EngineOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static void multiply(CoreSettings settings, StreamSpec spec, Product product) {
    StreamLink left = new StreamLink(engine, spec, settings.precision(), 1);
    StreamLink right = new StreamLink(engine, spec, settings.precision(), 2);
    try (WaveformMultiplier waveform = new WaveformMultiplier(engine, settings, left, right, 1)) {
      waveform.multiply(product, 0);
    }
  }

  /**
   * Distance from Σ_k x_k (w_k + c w_{k−1} + c w_{k+1}), where the first and the last term have
   * lost what of their pulses lies outside of the row's slots.
   */
  private static double distance(Product product, double overlap, double end) {
    MatmulShape s = product.shape();
    double error = 0;
    double signal = 0;
    for (int i = 0; i < s.rows(); i++) {
      for (int j = 0; j < s.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < s.inner(); k++) {
          double w = right(product, k, j);
          double beside = right(product, k - 1, j) + right(product, k + 1, j);
          double kept = k == 0 || k == s.inner() - 1 ? 1 - end : 1;
          sum += product.left().values()[i * s.inner() + k] * (kept * w + overlap * beside);
        }
        error += Math.pow(product.result()[i * s.columns() + j] - sum, 2);
        signal += sum * sum;
      }
    }
    return Math.sqrt(error / signal);
  }

  private static double right(Product product, int k, int j) {
    MatmulShape s = product.shape();
    return k < 0 || k >= s.inner() ? 0 : product.right().values()[k * s.columns() + j];
  }

  @Test
  void withoutALinkThePulsesOverlapAloneIsLeft() {
    Product product = Products.random(0, MatmulShape.of(1, 20, 24, 60), 3, false);
    CoreSettings settings = CoreSettings.ideal(16).withPrecision(Precision.DOUBLE);
    multiply(settings, Streams.local(), product);
    // ∫ p(t) p(t−1) dt / ∫ p² dt = exp(−1/(4T₀²)). Received samples are stored in single precision,
    // and sums over 8 samples differ from integrals by what aliases: 1e-5 of the ends' 4e-5.
    double overlap = Math.exp(-1 / (4 * 0.18 * 0.18));
    double lost = outside(StreamPulse.STANDARD);
    assertThat(distance(product, overlap, lost)).isLessThan(5e-6);
    assertThat(distance(product, 0, 0)).isGreaterThan(5e-4);

    double edge = 0.5;
    StreamPulse pulse = new StreamPulse.Nrz(edge);
    StreamShape nrz = Streams.local().shape().withPulse(pulse).withSamples(64);
    multiply(settings, Streams.local().withShape(nrz), product);
    // β/8 against 1 − β/4; at the ends of a row the sum over 32 samples of a cut edge is the
    // integral to a part in 32².
    double crossed = edge / 8 / (1 - edge / 4);
    assertThat(distance(product, crossed, outside(pulse))).isLessThan(1e-4);
    assertThat(distance(product, 0, 0)).isGreaterThan(0.05);
  }

  /** ∫ p² dt beyond one border of the slot, over all of it. */
  private static double outside(StreamPulse pulse) {
    int parts = 100_000;
    double beyond = 0;
    double all = 0;
    for (int i = 0; i < parts; i++) {
      double t = (i + 0.5) / parts * 2;
      double square = Math.pow(pulse.amplitude(t), 2);
      all += 2 * square;
      beyond += t > 0.5 ? square : 0;
    }
    return beyond / all;
  }

  @Test
  void batchesLayoutsAndScalesArePutInTheirPlaces() {
    List<MatmulShape> shapes =
        List.of(
            new MatmulShape(3, 4, 5, 30, false, true),
            new MatmulShape(2, 5, 3, 30, true, false),
            new MatmulShape(2, 3, 4, 7, true, true),
            MatmulShape.of(1, 1, 1, 1));
    for (Scaling scaling : List.of(Scaling.TENSOR, Scaling.ROW)) {
      for (MatmulShape shape : shapes) {
        Product product = Products.random(0, shape, 4, false);
        product.left().values()[0] = 1.5f;
        multiply(CoreSettings.ideal(16).withScaling(scaling), Streams.local(), product);
        assertThat(Products.relativeError(product)).isLessThan(2e-3);
      }
    }
  }

  @Test
  void theReceiverIsThatOfTheBehaviouralCore() {
    HomodyneCore core =
        HomodyneCore.ideal(1, 16)
            .withInterference(Interference.IDEAL.withCoupling(0.48).withPhaseOffset(0.2));
    core = core.withCircuit(core.circuit().withConverter(ConverterRange.given(7, 6)));
    CoreSettings settings =
        CoreSettings.of(core, new Seeding(1, 5)).withLight(new FullScaleLight(200, 100));
    Product product = Products.random(0, MatmulShape.of(1, 20, 24, 60), 3, false);
    multiply(settings, Streams.local(), product);
    float[] waveform = product.result().clone();
    try (CoreMultiplier behavioural = new CoreMultiplier(engine, settings)) {
      behavioural.multiply(product, 0);
    }
    double difference = 0;
    double error = 0;
    double[] exact = Products.exact(product);
    for (int i = 0; i < exact.length; i++) {
      difference += Math.pow(waveform[i] - product.result()[i], 2);
      error += Math.pow(waveform[i] - exact[i], 2);
    }
    // Same draws: what differs is the pulses' overlap, which moves a few codes by one.
    assertThat(difference).isLessThan(0.01 * error);
  }

  @Test
  void outputsBeyondTheConverterAreCounted() {
    HomodyneCore core = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 100);
    core = core.withCircuit(core.circuit().withConverter(ConverterRange.given(8, 1e-3)));
    CoreSettings settings = CoreSettings.of(core, Seeding.DEFAULT);
    StreamLink link = new StreamLink(engine, Streams.local(), Precision.SINGLE, 1);
    Product product = Products.random(7, MatmulShape.of(1, 6, 6, 40), 3, false);
    try (WaveformMultiplier waveform = new WaveformMultiplier(engine, settings, link, link, 1)) {
      waveform.multiply(product, 0);
      assertThat(waveform.counts(7).outputClipped()).isGreaterThan(30);
      assertThat(waveform.counts(8).runs()).isZero();
    }
  }

  @Test
  void drawsBelongToSiteAndSample() {
    CoreSettings settings = CoreSettings.of(HomodyneCore.ideal(1, 16), Seeding.DEFAULT);
    StreamSpec noisy = Streams.through(Streams.link(1, 20e3, 0), -20);
    Product product = Products.random(0, MatmulShape.of(1, 6, 6, 40), 3, false);
    StreamLink left = new StreamLink(engine, noisy, Precision.SINGLE, 1);
    StreamLink right = new StreamLink(engine, noisy, Precision.SINGLE, 2);
    try (WaveformMultiplier waveform = new WaveformMultiplier(engine, settings, left, right, 1)) {
      waveform.multiply(product, 3);
      float[] first = product.result().clone();
      waveform.multiply(product, 4);
      assertThat(product.result()).isNotEqualTo(first);
      waveform.multiply(product, 3);
      assertThat(product.result()).isEqualTo(first);
    }
  }

  @Test
  void snrFallsWithLessLightMoreReachAndBitsTaken() {
    double[] powers = {-20, -10};
    double before = 0;
    for (double power : powers) {
      double snr = snr(Streams.through(Streams.link(1, 30e3, 1), power), 0);
      // Below the optimum amplifier noise is all there is: 10 dB for 10 dB.
      assertThat(snr).isGreaterThan(before + (before == 0 ? 0 : 9));
      before = snr;
    }
    // Twice the amplifiers, twice the noise: 3 dB, within four times 0.15 dB of the draws.
    double once = snr(Streams.through(Streams.link(1, 30e3, 1), -20), 0);
    double twice = snr(Streams.through(Streams.link(2, 30e3, 1), -20), 0);
    assertThat(once - twice).isCloseTo(3, within(0.6));
    // Far above the optimum the Kerr effect takes over.
    double tooMuch = snr(Streams.through(Streams.link(1, 30e3, 1), 14), 0);
    assertThat(tooMuch).isLessThan(before);
    assertThat(snr(Streams.through(Streams.link(1, 30e3, 1), -10), 5)).isLessThan(before - 3);
  }

  private static double snr(StreamSpec spec, int bits) {
    HomodyneCore core = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 64);
    core = core.withCircuit(core.circuit().withConverter(new ConverterRange(bits, 0, 4)));
    CoreSettings settings = CoreSettings.of(core, Seeding.DEFAULT);
    Product product = Products.random(0, MatmulShape.of(1, 32, 32, 64), 3, false);
    StreamLink left = new StreamLink(engine, spec, Precision.SINGLE, 1);
    StreamLink right = new StreamLink(engine, Streams.local(), Precision.SINGLE, 2);
    ErrorSums sums = new ErrorSums();
    double[] exact = Products.exact(product);
    float[] expected = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      expected[i] = (float) exact[i];
    }
    try (WaveformMultiplier waveform = new WaveformMultiplier(engine, settings, left, right, 1)) {
      for (int sample = 0; sample < 3; sample++) {
        waveform.multiply(product, sample);
        sums.add(product.result(), expected);
      }
    }
    return sums.quality().snrDecibels();
  }

  @Test
  void refusesOtherCoresAndStreamsThatDoNotMeet() {
    StreamLink link = new StreamLink(engine, Streams.local(), Precision.SINGLE, 1);
    CoreSettings other = CoreSettings.of(CoherentWdmCore.ideal(1, 4), Seeding.DEFAULT);
    assertThatThrownBy(() -> new WaveformMultiplier(engine, other, link, link, 1))
        .hasMessageContaining("coherent WDM core");
    StreamSpec fast = Streams.local().withShape(StreamShape.of(25e9));
    StreamLink quick = new StreamLink(engine, fast, Precision.SINGLE, 1);
    CoreSettings ideal = CoreSettings.ideal(4);
    assertThatThrownBy(() -> new WaveformMultiplier(engine, ideal, link, quick, 1))
        .hasMessageContaining("equal symbol rates");
  }
}
