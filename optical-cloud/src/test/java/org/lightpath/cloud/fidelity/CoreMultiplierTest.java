package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.IncoherentWdmCore;
import org.lightpath.photonic.core.StreamPair;

class CoreMultiplierTest {
  private static final MatmulShape SHAPE = MatmulShape.of(1, 48, 40, 96);

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("cpu", EngineOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static float[] run(CoreSettings settings, Product product, int sample) {
    try (CoreMultiplier core = new CoreMultiplier(engine, settings)) {
      core.multiply(product, sample);
    }
    return product.result().clone();
  }

  private static Product scaled(Product product, float left, float right) {
    float[] a = product.left().values().clone();
    float[] b = product.right().values().clone();
    for (int i = 0; i < a.length; i++) {
      a[i] *= left;
    }
    for (int i = 0; i < b.length; i++) {
      b[i] *= right;
    }
    return new Product(
        product.site(),
        product.shape(),
        new Operand("a", a, product.left().constant()),
        new Operand("b", b, product.right().constant()),
        new float[product.result().length]);
  }

  @Test
  void idealEqualsTheDigitalProduct() {
    List<MatmulShape> shapes =
        List.of(
            SHAPE,
            new MatmulShape(3, 5, 7, 100, false, true),
            new MatmulShape(2, 9, 6, 33, true, false),
            MatmulShape.of(1, 1, 1, 1));
    for (Scaling scaling : List.of(Scaling.TENSOR, Scaling.ROW)) {
      for (MatmulShape shape : shapes) {
        Product product = scaled(Products.random(0, shape, 3, true), 17, 0.03f);
        run(CoreSettings.ideal(32).withScaling(scaling), product, 0);
        assertThat(Products.relativeError(product)).isLessThan(1e-5);
      }
    }
  }

  @Test
  void shotNoiseFollowsTheLightAtFullScaleAndNotTheData() {
    double photons = 50;
    CoreSettings settings =
        CoreSettings.of(HomodyneCore.ideal(1, 1000), Seeding.DEFAULT)
            .withLight(new FullScaleLight(photons, photons));
    for (float size : new float[] {1, 0.2f}) {
      // One value drives the modulator fully, so that the full scale stays where it is.
      Product product = scaled(Products.random(0, SHAPE, 3, false), size, 1);
      product.left().values()[0] = 1;
      float[] result = run(settings, product, 0);
      double[] exact = Products.exact(product);
      double error = 0;
      for (int i = 0; i < exact.length; i++) {
        error += (result[i] - exact[i]) * (result[i] - exact[i]) / exact.length;
      }
      // ‖x‖²/(4β²) + ‖w‖²/(4α²) for values of mean square size²/3 and 1/3
      double expected = SHAPE.inner() * (size * size + 1) / 3 / (4 * photons);
      // 1,920 outputs: relative deviation of a variance is √(2/1920) = 3 %; norms vary by less.
      assertThat(error).isCloseTo(expected, within(0.15 * expected));
    }
  }

  @Test
  void rowsOfTheirOwnScaleLoseNothingToALargeRow() {
    FieldModulator eightBits = FieldModulator.IDEAL.withDriver(Driver.uniform(8));
    HomodyneCore core =
        HomodyneCore.ideal(Double.POSITIVE_INFINITY, 1000).withStreams(StreamPair.of(eightBits));
    Product product = Products.random(0, SHAPE, 3, false);
    float[] a = product.left().values();
    for (int i = SHAPE.inner(); i < a.length; i++) {
      a[i] *= 0.01f;
    }
    CoreSettings settings = CoreSettings.of(core, Seeding.DEFAULT);
    assertThat(lastRowSnr(settings, product)).isLessThan(15);
    // Uniform levels 2/255 apart on values of rms 1/√3: 10 log(1/3 / (2·(2/255)²/12)) = 45 dB
    assertThat(lastRowSnr(settings.withScaling(Scaling.ROW), product)).isGreaterThan(40);
  }

  private static double lastRowSnr(CoreSettings settings, Product product) {
    float[] result = run(settings, product, 0);
    double[] exact = Products.exact(product);
    double error = 0;
    double signal = 0;
    for (int i = exact.length - SHAPE.columns(); i < exact.length; i++) {
      error += (result[i] - exact[i]) * (result[i] - exact[i]);
      signal += exact[i] * exact[i];
    }
    return 10 * Math.log10(signal / error);
  }

  @Test
  void drawsBelongToSiteAndSampleAndNotToOrderOrThreads() {
    CoreSettings settings = CoreSettings.of(HomodyneCore.ideal(1, 32), Seeding.DEFAULT);
    Product first = Products.random(0, SHAPE, 3, true);
    Product second =
        new Product(
            new Product.Site(1, "other", "MatMul"),
            SHAPE,
            first.left(),
            first.right(),
            first.result());
    float[] alone = run(settings, first, 4);
    try (Engine single = Engines.open("cpu", new EngineOptions(0, 1));
        CoreMultiplier core = new CoreMultiplier(single, settings)) {
      core.multiply(second, 4);
      float[] otherSite = first.result().clone();
      core.multiply(first, 5);
      float[] otherSample = first.result().clone();
      core.multiply(first, 4);
      assertThat(first.result()).isEqualTo(alone);
      assertThat(otherSite).isNotEqualTo(alone);
      assertThat(otherSample).isNotEqualTo(alone);
    }
  }

  @Test
  void converterHasTheRangeThatCalibrationFound() {
    HomodyneCore quiet = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 1000);
    HomodyneCore core =
        quiet.withCircuit(quiet.circuit().withConverter(ConverterRange.expected(8, 4)));
    // All values positive: outputs are far beyond what independent terms of zero mean would give.
    Product product = Products.random(0, SHAPE, 3, true);
    for (float[] values : List.of(product.left().values(), product.right().values())) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i]);
      }
    }
    CoreSettings blind = CoreSettings.of(core, Seeding.DEFAULT);
    ScaleRecorder recorder =
        new ScaleRecorder(new ExactMultiplier(engine, Precision.SINGLE), Scaling.TENSOR, 1);
    try (recorder) {
      recorder.multiply(product, 0);
    }
    double rms = 0;
    double peak = 0;
    for (float value : product.result()) {
      rms += (double) value * value / product.result().length;
      peak = Math.max(peak, Math.abs(value));
    }
    CoreSettings byPeak = blind.withScales(recorder.scales());
    CoreSettings byDeviations = blind.withScales(recorder.scales().withoutPeaks());
    try (CoreMultiplier one = new CoreMultiplier(engine, blind);
        CoreMultiplier tight = new CoreMultiplier(engine, byPeak);
        CoreMultiplier other = new CoreMultiplier(engine, byDeviations)) {
      one.multiply(product, 0);
      assertThat(one.counts(0).outputClipped()).isGreaterThan(1000);
      other.multiply(product, 0);
      assertThat(other.counts(0).outputClipped()).isZero();
      // Step 8 rms/255: rounding is 10 log(1/((8/255)²/12)) = 40.9 dB below the signal.
      assertThat(Products.snrDecibels(product)).isCloseTo(40.9, within(0.5));
      tight.multiply(product, 0);
      assertThat(tight.counts(0).outputClipped()).isZero();
      // The range ends at the largest output: step 2 peak/255.
      double step = 2 * peak / 255;
      assertThat(Products.snrDecibels(product))
          .isCloseTo(10 * Math.log10(12 * rms / (step * step)), within(0.5));
    }
  }

  @Test
  void fewerBitsLowerTheSnr() {
    double before = 0;
    for (int bits = 3; bits <= 8; bits++) {
      HomodyneCore quiet = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 48);
      FieldModulator modulator = FieldModulator.IDEAL.withDriver(Driver.machZehnder(bits));
      HomodyneCore core =
          quiet
              .withStreams(StreamPair.of(modulator))
              .withCircuit(quiet.circuit().withConverter(ConverterRange.expected(bits, 4)));
      Product product = Products.random(0, SHAPE, 3, true);
      run(CoreSettings.of(core, Seeding.DEFAULT), product, 0);
      double snr = Products.snrDecibels(product);
      assertThat(snr).isGreaterThan(before + 4);
      before = snr;
    }
  }

  @Test
  void coresWhoseWeightsTheHostPreparesMultiplyToo() {
    FieldModulator residue = FieldModulator.IDEAL.withExtinctionRatio(1e6);
    HomodyneCore stacked =
        HomodyneCore.ideal(Double.POSITIVE_INFINITY, 48).withStreams(StreamPair.of(residue));
    IncoherentWdmCore bank = IncoherentWdmCore.ideal(Double.POSITIVE_INFINITY, 96);
    for (Scaling scaling : List.of(Scaling.TENSOR, Scaling.ROW)) {
      Product product = scaled(Products.random(0, SHAPE, 3, true), 17, 0.03f);
      run(CoreSettings.of(stacked, Seeding.DEFAULT).withScaling(scaling), product, 0);
      // What is left in quadrature: at most K/ER in units of the full scales, rms √(K/9).
      assertThat(Products.relativeError(product)).isLessThan(1e-4);
      run(CoreSettings.of(bank, Seeding.DEFAULT).withScaling(scaling), product, 0);
      assertThat(Products.relativeError(product)).isLessThan(1e-5);
    }
  }

  /**
   * A sum of K terms is read after K symbols: its thermal noise is that of K/L of a full readout.
   */
  @Test
  void aShortSumHasTheThermalNoiseOfItsOwnTime() {
    int inner = SHAPE.inner();
    HomodyneCore whole = thermal(inner, 100);
    HomodyneCore longer = thermal(4 * inner, 200);
    Product product = Products.random(0, SHAPE, 3, true);
    try (CoreMultiplier one = new CoreMultiplier(engine, CoreSettings.of(whole, Seeding.DEFAULT));
        CoreMultiplier other =
            new CoreMultiplier(engine, CoreSettings.of(longer, Seeding.DEFAULT))) {
      one.multiply(product, 0);
      float[] first = product.result().clone();
      double snr = Products.snrDecibels(product);
      other.multiply(product, 0);
      // The same draws, scaled alike but for the last bit of a square root.
      assertThat(Products.snrDecibels(product)).isCloseTo(snr, within(1e-3));
      assertThat(product.result()).hasSameSizeAs(first);
      assertThat(snr).isBetween(0.0, 60.0);
    }
  }

  private static HomodyneCore thermal(int integrationLength, double electrons) {
    HomodyneCore quiet = HomodyneCore.ideal(1e3, integrationLength);
    return quiet.withCircuit(quiet.circuit().withThermalElectrons(electrons));
  }
}
