package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;
import org.lightpath.photonic.core.statistics.Moments;

/**
 * Shot noise of homodyne detection against counting step by step, and the closed forms of errors.
 */
class HomodyneCoreTest {
  private static final double ROUNDING = 1e-12;
  private static final HomodyneCore SILENT = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 1024);

  private static double one(MatrixCore core, double[] x, double[] w) {
    return Samples.draws(core, x, w, 1)[0];
  }

  /** Mean over outputs of a²‖x‖² + b²‖w_i‖² is ‖W‖_F² ‖x‖²/(N N′ n), for the best split only. */
  @Test
  void varianceIsThatOfTheSplitFormula() {
    int inner = 48;
    int outputs = 5;
    double photons = 3;
    double[] x = Samples.uniform(inner, 1);
    double[] w = Samples.uniform(inner * outputs, 2);
    double expected = Samples.square(x) * Samples.square(w) / (inner * outputs * photons);
    HomodyneCore core = HomodyneCore.ideal(photons, inner);
    assertThat(meanVariance(core, x, w, outputs)).isCloseTo(expected, offset(1e-12 * expected));
    // Counter-check: any other split is worse, by (1/(4 s (1 − s))).
    HomodyneCore uneven = core.withLight(new PhotonBudget(photons, 0.3));
    assertThat(meanVariance(uneven, x, w, outputs))
        .isCloseTo(expected / (4 * 0.3 * 0.7), offset(1e-12 * expected));
  }

  private static double meanVariance(HomodyneCore core, double[] x, double[] w, int outputs) {
    ReceiverNoise noise =
        core.prepare(
                Samples.request(MatmulShape.of(1, 1, outputs, x.length), Samples.statistics(x, w)))
            .plan()
            .readout()
            .noise();
    return noise.left() * Samples.square(x) + noise.right() * Samples.square(w) / outputs;
  }

  /**
   * V7: one Skellam number for each readout has the distribution of Poisson numbers of each step.
   */
  @Test
  void countedReadoutsHaveTheDistributionOfSteps() {
    int draws = 200_000;
    double[] x = Samples.uniform(64, 3);
    double[] w = Samples.uniform(64, 4);
    OperandStatistics operands = Samples.statistics(x, w);
    HomodyneCore core =
        HomodyneCore.ideal(1, 64)
            .withCircuit(ReadoutCircuit.ideal(64).withShot(ReadoutCircuit.Shot.COUNTED));
    double[] aggregated = Samples.draws(core, x, w, draws);
    PhotonBudget light = core.light();
    double[] steps =
        new PerMultiplyMonteCarlo(7)
            .homodyne(x, w, light.left(operands), light.right(operands), draws);
    Moments one = Moments.of(aggregated);
    Moments other = Moments.of(steps);
    double variance =
        Samples.square(x) / (4 * light.right(operands))
            + Samples.square(w) / (4 * light.left(operands));
    // Relative deviation of a variance of 200,000 values: √(2/n) = 0.3 %.
    assertThat(one.variance()).isCloseTo(variance, within(0.01 * variance));
    assertThat(other.variance()).isCloseTo(variance, within(0.01 * variance));
    // 1 % of the deviation is 4.5 standard errors of the mean.
    assertThat(one.mean()).isCloseTo(Samples.dot(x, w), within(0.01 * one.deviation()));
    assertThat(other.mean()).isCloseTo(Samples.dot(x, w), within(0.01 * one.deviation()));
    assertThat(KolmogorovSmirnov.twoSamples(aggregated, steps).pValue()).isGreaterThan(0.01);
    // Counter-check: a normal of 10 % more variance is not taken for it.
    double[] wrong = new double[draws];
    for (int i = 0; i < draws; i++) {
      wrong[i] = one.mean() + (aggregated[i] - one.mean()) * Math.sqrt(1.1);
    }
    assertThat(KolmogorovSmirnov.twoSamples(wrong, steps).pValue()).isLessThan(1e-6);
  }

  /** Few photons show that counts are no normal numbers: the two kinds of shot noise differ. */
  @Test
  void fewPhotonsAreNotNormal() {
    double[] x = {1, 0.5};
    double[] w = {0.8, -0.2};
    HomodyneCore normal = HomodyneCore.ideal(0.5, 2);
    HomodyneCore counted =
        normal.withCircuit(ReadoutCircuit.ideal(2).withShot(ReadoutCircuit.Shot.COUNTED));
    double[] first = Samples.draws(normal, x, w, 20_000);
    double[] second = Samples.draws(counted, x, w, 20_000);
    // Four standard errors of a variance of 20,000 values, more for the tails of the counts.
    assertThat(Moments.of(second).variance())
        .isCloseTo(Moments.of(first).variance(), within(0.06 * Moments.of(first).variance()));
    assertThat(KolmogorovSmirnov.twoSamples(first, second).pValue()).isLessThan(1e-6);
  }

  /** V6: the relative error is 1/√n for random operands. */
  @ParameterizedTest
  @ValueSource(ints = {64, 784})
  void relativeErrorFollowsTheStandardQuantumLimit(int inner) {
    double[] photons = {0.1, 0.64, 1, 3.2, 10, 100};
    try (Engine engine = new ReferenceEngine()) {
      CoreCharacterisation bench = new CoreCharacterisation(engine, 1, 0);
      ProductRequest request =
          ProductRequest.of(MatmulShape.of(1, 250, 400, inner), Precision.DOUBLE);
      int i = 0;
      for (CoreCharacterisation.Result result :
          bench.sweep(HomodyneCore.ideal(1, inner), request, 5, photons)) {
        double expected = 1 / Math.sqrt(photons[i++]);
        // 1e5 outputs: 0.2 % of deviation, and the operands' own power is off by about 0.5 %.
        assertThat(result.quality().relativeError()).isCloseTo(expected, within(0.02 * expected));
        assertThat(result.quality().effectiveBits())
            .isCloseTo((10 * Math.log10(photons[i - 1]) - 1.76) / 6.02, within(0.03));
      }
    }
  }

  @Test
  void imbalanceLeaksTheNormsOfBothOperands() {
    double[] x = Samples.uniform(20, 5);
    double[] w = Samples.uniform(20, 6);
    double kappa = 0.47;
    double leak = 0.02;
    HomodyneCore core =
        SILENT
            .withInterference(Interference.IDEAL.withCoupling(kappa).withCommonMode(leak))
            .withLight(new PhotonBudget(Double.POSITIVE_INFINITY, 0.4));
    OperandStatistics operands = Samples.statistics(x, w);
    double s = core.light().ratio(operands);
    double first = 0;
    double second = 0;
    for (int k = 0; k < x.length; k++) {
      // Powers behind the coupler, light in units where 2αβ = 1, so α² = s/2 and β² = 1/(2s).
      double a = Math.sqrt(s / 2) * x[k];
      double b = w[k] / Math.sqrt(2 * s);
      first += Math.pow(Math.sqrt(kappa) * a + Math.sqrt(1 - kappa) * b, 2);
      second += Math.pow(Math.sqrt(1 - kappa) * a - Math.sqrt(kappa) * b, 2);
    }
    double expected = (1 + leak) * first - (1 - leak) * second;
    assertThat(one(core, x, w)).isCloseTo(expected, offset(ROUNDING));
    // Counter-check: the ideal product is somewhere else.
    assertThat(Math.abs(one(core, x, w) - Samples.dot(x, w))).isGreaterThan(0.01);
  }

  @Test
  void phaseAndPolarisationTakeTheirCosines() {
    double[] x = Samples.uniform(20, 5);
    double[] w = Samples.uniform(20, 6);
    Interference turned = Interference.IDEAL.withPhaseOffset(0.3).withPolarisationAngle(0.2);
    double expected = Math.cos(0.3) * Math.cos(0.2) * Samples.dot(x, w);
    assertThat(one(SILENT.withInterference(turned), x, w)).isCloseTo(expected, offset(ROUNDING));
  }

  @Test
  void skewMixesNeighbours() {
    double[] x = Samples.uniform(20, 5);
    double[] w = Samples.uniform(20, 6);
    double expected = 0;
    for (int k = 0; k < x.length; k++) {
      expected += x[k] * (0.75 * w[k] + (k > 0 ? 0.25 * w[k - 1] : 0));
    }
    HomodyneCore core = SILENT.withStreams(StreamPair.IDEAL.withSkew(0.25));
    assertThat(one(core, x, w)).isCloseTo(expected, offset(ROUNDING));
  }

  @Test
  void residualPhaseNoiseHasTheMomentsOfItsCosine() {
    double[] x = Samples.uniform(16, 5);
    double[] w = Samples.uniform(16, 6);
    double sigma = 0.5;
    int draws = 40_000;
    double products = 0;
    for (int k = 0; k < x.length; k++) {
      products += x[k] * x[k] * w[k] * w[k];
    }
    double y = Samples.dot(x, w);
    double mean = Math.exp(-sigma * sigma / 2) * y;
    double cosine = 0.5 * Math.pow(1 - Math.exp(-sigma * sigma), 2);
    for (PhaseNoise.Correlation correlation : PhaseNoise.Correlation.values()) {
      HomodyneCore core = SILENT.withPhase(new PhaseNoise(sigma, correlation));
      Moments moments = Moments.of(Samples.draws(core, x, w, draws));
      double variance = cosine * (correlation == PhaseNoise.Correlation.READOUT ? y * y : products);
      assertThat(moments.mean()).isCloseTo(mean, offset(5 * moments.meanError()));
      // Cosines have longer tails than normals: twice their √(2/n), five times.
      assertThat(moments.variance())
          .isCloseTo(variance, within(10 * variance * Math.sqrt(2.0 / draws)));
    }
  }

  @Test
  void phaseNoiseOfALoopIsTwoPiLinewidthTime() {
    // 100 kHz over 1 μs: σ² = 0.628.
    assertThat(PhaseNoise.residual(1e5, 1e-6, PhaseNoise.Correlation.SYMBOL).deviation())
        .isCloseTo(Math.sqrt(0.2 * Math.PI), offset(ROUNDING));
  }

  /** t_x t_w* of complex fields, term by term, with phase and pole. */
  @ParameterizedTest
  @ValueSource(ints = {7, 4, 64})
  void extinctionRatioAddsTheProductOfTheResidues(int window) {
    double[] x = Samples.uniform(14, 5);
    double[] w = Samples.uniform(14, 6);
    double angle = 0.2;
    HomodyneCore core =
        SILENT
            .withCircuit(ReadoutCircuit.ideal(window))
            .withInterference(Interference.IDEAL.withPhaseOffset(angle))
            .withStreams(
                new StreamPair(
                    FieldModulator.IDEAL.withExtinctionRatio(100),
                    FieldModulator.IDEAL.withExtinctionRatio(10),
                    0));
    double expected = 0;
    for (int k = 0; k < x.length; k++) {
      double p = Math.sqrt((1 - x[k] * x[k]) / 100);
      double q = Math.sqrt((1 - w[k] * w[k]) / 10);
      double real = x[k] * w[k] + p * q;
      double imaginary = p * w[k] - x[k] * q;
      expected += Math.cos(angle) * real - Math.sin(angle) * imaginary;
    }
    assertThat(one(core, x, w)).isCloseTo(expected, offset(ROUNDING));
    assertThat(Math.abs(expected - Math.cos(angle) * Samples.dot(x, w))).isGreaterThan(0.05);
  }

  @Test
  void residuesShineOnTheDiodesToo() {
    double[] x = {0, 0};
    double[] w = {1, -1};
    StreamPair streams = StreamPair.of(FieldModulator.IDEAL.withExtinctionRatio(4));
    OperandStatistics operands = OperandStatistics.UNIFORM;
    HomodyneCore core = HomodyneCore.ideal(10, 2).withStreams(streams);
    Moments moments = Moments.of(Samples.draws(core, x, w, 40_000, operands));
    PhotonBudget light = core.light();
    // Ten photons are all the detected ones: a third of the full scale in phase, a sixth in
    // quadrature.
    OperandStatistics lit = new OperandStatistics(0.5, 0.5, 0.5, 0.5);
    double expected = 2 * 0.25 / (4 * light.right(lit)) + 2 / (4 * light.left(lit));
    assertThat(moments.variance()).isCloseTo(expected, within(0.035 * expected));
  }

  /**
   * sin φ (x w_q − x_q w): a phase error reads the quadratures that a finite extinction ratio
   * leaves.
   */
  @Test
  void phaseNoiseTurnsQuadraturesIntoTheSum() {
    int terms = 64;
    double deviation = 0.05;
    double[] x = Samples.uniform(terms, 5);
    double[] w = Samples.uniform(terms, 6);
    HomodyneCore core =
        HomodyneCore.ideal(Double.POSITIVE_INFINITY, terms)
            .withStreams(StreamPair.of(FieldModulator.IDEAL.withExtinctionRatio(10)))
            .withPhase(new PhaseNoise(deviation, PhaseNoise.Correlation.SYMBOL));
    double variance =
        Moments.of(Samples.draws(core, x, w, 20_000, OperandStatistics.UNIFORM)).variance();
    double mean = 0;
    double actual = 0;
    for (int k = 0; k < terms; k++) {
      double p = Math.sqrt((1 - x[k] * x[k]) / 10);
      double q = Math.sqrt((1 - w[k] * w[k]) / 10);
      actual += Math.pow(x[k] * q - p * w[k], 2);
      mean += 2 * (1.0 / 3) * (2.0 / 3) / 10;
    }
    double sine = -Math.expm1(-2 * deviation * deviation) / 2;
    // Matched in the mean over operands: these have their own sum, and cos adds a hundredth.
    assertThat(variance).isCloseTo(sine * mean, within(0.05 * sine * mean));
    assertThat(sine * actual).isBetween(0.5 * variance, 2 * variance);
  }

  /** A delay loses no light: the shot noise is that of streams in step. */
  @Test
  void skewedLightIsStillDetected() {
    int terms = 64;
    double[] x = Samples.uniform(terms, 5);
    double[] w = Samples.uniform(terms, 6);
    HomodyneCore inStep = HomodyneCore.ideal(1, terms);
    HomodyneCore late = inStep.withStreams(StreamPair.IDEAL.withSkew(0.5));
    double variance =
        Moments.of(Samples.draws(inStep, x, w, 40_000, OperandStatistics.UNIFORM)).variance();
    double skewed =
        Moments.of(Samples.draws(late, x, w, 40_000, OperandStatistics.UNIFORM)).variance();
    // 1 % of draws, and the cross terms of neighbours, √(2/64) of a quarter of the light.
    assertThat(skewed / variance).isCloseTo(1, within(0.12));
  }

  @Test
  void bandwidthOfStackedStreamsIsThatOfTheEngine() {
    double[] x = Samples.uniform(9, 5);
    double[] w = Samples.uniform(9, 6);
    FieldModulator slow = FieldModulator.IDEAL.withBandwidth(10e9, 20e9);
    StreamPair plain = new StreamPair(slow, slow, 0.3);
    // An extinction ratio of 1e16 leaves a product of residues of 1e-16 a term.
    FieldModulator stacked = slow.withExtinctionRatio(1e16);
    double expected = one(SILENT.withStreams(plain), x, w);
    assertThat(one(SILENT.withStreams(new StreamPair(stacked, stacked, 0.3)), x, w))
        .isCloseTo(expected, offset(ROUNDING));
    assertThat(Math.abs(expected - Samples.dot(x, w))).isGreaterThan(0.01);
  }

  @Test
  void thermalNoiseIsDrawnForEachWindow() {
    double[] x = Samples.uniform(32, 5);
    double[] w = Samples.uniform(32, 6);
    HomodyneCore core =
        HomodyneCore.ideal(1e9, 8).withCircuit(ReadoutCircuit.ideal(8).withThermalElectrons(1e8));
    MatmulPlan plan =
        core.prepare(Samples.request(MatmulShape.of(1, 1, 1, 32), OperandStatistics.UNIFORM))
            .plan();
    assertThat(plan.windows()).isEqualTo(4);
    Moments moments = Moments.of(Samples.draws(core, x, w, 40_000, OperandStatistics.UNIFORM));
    // q = 2αβ = 3 n photoelectrons for each unit of y.
    double expected = 4 * Math.pow(1e8 / 3e9, 2);
    assertThat(moments.variance()).isCloseTo(expected, within(0.035 * expected));
  }

  @Test
  void converterRangeComesFromTheExpectedOutput() {
    HomodyneCore core =
        HomodyneCore.ideal(1, 64)
            .withCircuit(ReadoutCircuit.ideal(64).withConverter(ConverterRange.expected(8, 4)));
    ProductRequest request =
        Samples.request(MatmulShape.of(1, 200, 50, 64), OperandStatistics.UNIFORM);
    PreparedProduct prepared = core.prepare(request);
    // Signal and noise have the same variance K/9 at one photon.
    assertThat(prepared.description().readout().fullScale())
        .isCloseTo(4 * Math.sqrt(2 * 64 / 9.0), offset(1e-12));
    try (Engine engine = new ReferenceEngine()) {
      CoreCharacterisation.Result result =
          new CoreCharacterisation(engine, 1, 10_000).random(core, request, 3);
      // 6e-5 of a normal distribution lie beyond four deviations: 0.6 of 10,000.
      assertThat(result.counts().outputClipped()).isLessThan(8);
      assertThat(result.relativeErrors()).hasSize(10_000);
    }
  }

  @Test
  void impossibleRequestsNameTheirNumbers() {
    ProductRequest request =
        ProductRequest.of(MatmulShape.of(1, 2, 2, 784), Precision.DOUBLE).withTiling(false);
    assertThatThrownBy(() -> HomodyneCore.ideal(1, 64).prepare(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("K = 784")
        .hasMessageContaining("64 terms");
    assertThatThrownBy(() -> PhotonBudget.of(0)).hasMessageContaining("0.0 photons per MAC");
    assertThatThrownBy(() -> FieldModulator.IDEAL.withExtinctionRatio(0.5))
        .hasMessageContaining("0.5 (-3.01 dB)");
    assertThatThrownBy(() -> Interference.IDEAL.withCoupling(1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(
            () -> SILENT.withCircuit(ReadoutCircuit.ideal(8).withShot(ReadoutCircuit.Shot.COUNTED)))
        .hasMessageContaining("infinite photons");
  }
}
