package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;
import org.lightpath.photonic.core.statistics.Moments;

class CoherentWdmCoreTest {
  private static final double TWO_DEGREES = Math.toRadians(2);
  private static final CoherentWdmCore SILENT = CoherentWdmCore.ideal(Double.POSITIVE_INFINITY, 12);

  /** V8: 2κ − 1 at both ends of the comb. */
  @ParameterizedTest
  @CsvSource({"9, -0.00593, 0.00595", "12, -0.00888, 0.00894", "25, -0.01771, 0.01793"})
  void dispersionOfTheCoupler(int channels, double first, double last) {
    List<Double> comb = WavelengthCoupling.dispersive(channels, 0.4e-9).couplings();
    assertThat(comb).hasSize(channels);
    // The published list is given to five digits.
    assertThat(2 * comb.getFirst() - 1).isCloseTo(first, offset(1e-5));
    assertThat(2 * comb.getLast() - 1).isCloseTo(last, offset(1e-5));
  }

  @Test
  void eachWavelengthHasItsCoupler() {
    double[] x = Samples.uniform(24, 1);
    double[] w = Samples.uniform(24, 2);
    CoherentWdmCore core =
        SILENT
            .withCoupling(WavelengthCoupling.dispersive(12, 0.4e-9))
            .withLight(new PhotonBudget(Double.POSITIVE_INFINITY, 0.7));
    List<Double> comb = WavelengthCoupling.dispersive(12, 0.4e-9).couplings();
    double s = core.light().ratio(OperandStatistics.UNIFORM);
    double expected = 0;
    for (int k = 0; k < 24; k++) {
      double kappa = comb.get(k % 12);
      expected +=
          2 * Math.sqrt(kappa * (1 - kappa)) * x[k] * w[k]
              + (2 * kappa - 1) * (x[k] * x[k] * s - w[k] * w[k] / s) / 2;
    }
    assertThat(Samples.draws(core, x, w, 1, OperandStatistics.UNIFORM)[0])
        .isCloseTo(expected, offset(1e-12));
    assertThat(Math.abs(expected - Samples.dot(x, w))).isGreaterThan(1e-4);
  }

  @Test
  void shifterErrorMixesResiduesOfTheModulators() {
    double[] x = Samples.uniform(12, 1);
    double[] w = Samples.uniform(12, 2);
    WavelengthCoupling turned =
        new WavelengthCoupling(WavelengthCoupling.ideal(12).couplings(), 0, 0.1, 0, 0);
    assertThat(Samples.draws(SILENT.withCoupling(turned), x, w, 1)[0])
        .isCloseTo(Math.cos(0.1) * Samples.dot(x, w), offset(1e-12));
  }

  /** The same chip for every design and product; another chip is another. */
  @Test
  void chipsAreKnownByTheirSeeds() {
    double[] x = Samples.uniform(12, 1);
    double[] w = Samples.uniform(12, 2);
    WavelengthCoupling spread =
        new WavelengthCoupling(WavelengthCoupling.ideal(12).couplings(), 0.02, 0, 0.05, 0);
    CoherentWdmCore core = SILENT.withCoupling(spread);
    ProductRequest request =
        Samples.request(MatmulShape.of(1, 1, 1, 12), OperandStatistics.UNIFORM);
    double first = Samples.run(core, request, x, w)[0];
    double again = Samples.run(core.withLight(PhotonBudget.of(1e30)), request, x, w)[0];
    double other = Samples.run(core, request.withSeeds(new CoreSeeds(2, 1)), x, w)[0];
    assertThat(again).isCloseTo(first, offset(1e-9));
    assertThat(other).isNotCloseTo(first, offset(1e-4));
  }

  /** Mean and variance of phase noise of each use are right; the distribution is not normal. */
  @ParameterizedTest
  @CsvSource({"12", "64", "192"})
  void phaseNoisePerUseIsMomentMatched(int inner) {
    int draws = 20_000;
    double[] x = Samples.uniform(inner, 3);
    double[] w = Samples.uniform(inner, 4);
    PhaseNoise noise = new PhaseNoise(TWO_DEGREES, PhaseNoise.Correlation.USE);
    CoherentWdmCore core = CoherentWdmCore.ideal(Double.POSITIVE_INFINITY, inner).withPhase(noise);
    Moments matched = Moments.of(Samples.draws(core, x, w, draws));
    double[] exact = new PerMultiplyMonteCarlo(5).phasePerUse(x, w, TWO_DEGREES, draws);
    Moments uses = Moments.of(exact);
    double products = 0;
    for (int k = 0; k < inner; k++) {
      products += x[k] * x[k] * w[k] * w[k];
    }
    double variance = noise.cosineVariance() * products;
    double mean = noise.meanCosine() * Samples.dot(x, w);
    assertThat(matched.mean()).isCloseTo(mean, offset(5 * uses.meanError()));
    assertThat(uses.mean()).isCloseTo(mean, offset(5 * uses.meanError()));
    // √(2/n) is 1 %; 1 − cos has a kurtosis of 15 for K = 1, so its variance is known to 3 % there.
    assertThat(matched.variance()).isCloseTo(variance, within(0.05 * variance));
    assertThat(uses.variance()).isCloseTo(variance, within(0.10 * variance));
  }

  /**
   * How far phase noise of each use is from normal. Published for one set of operands: 0.068,
   * 0.063, 0.018 at K = 12, 64, 192; it depends on the operands and falls as the skewness of Σ p
   * cos, so that for large K it is |skewness|/(6 √(2π)) with skewness −√8 Σp³/(Σp²)^(3/2), p = xw.
   */
  @ParameterizedTest
  @CsvSource({"12, 0.05, 0.12", "64, 0.03, 0.065", "192, 0.015, 0.03"})
  void phaseNoisePerUseIsNotNormal(int inner, double low, double high) {
    int draws = 40_000;
    double[] x = Samples.uniform(inner, 3);
    double[] w = Samples.uniform(inner, 4);
    double squares = 0;
    double cubes = 0;
    for (int k = 0; k < inner; k++) {
      x[k] = Math.abs(x[k]);
      w[k] = Math.abs(w[k]);
      squares += Math.pow(x[k] * w[k], 2);
      cubes += Math.pow(x[k] * w[k], 3);
    }
    double[] exact = new PerMultiplyMonteCarlo(5).phasePerUse(x, w, TWO_DEGREES, draws);
    Moments moments = Moments.of(exact);
    KolmogorovSmirnov test = KolmogorovSmirnov.normal(exact, moments.mean(), moments.deviation());
    assertThat(test.distance()).isBetween(low, high);
    assertThat(test.pValue()).isLessThan(1e-3);
    double skewness = Math.sqrt(8) * cubes / Math.pow(squares, 1.5);
    double expansion = skewness / (6 * Math.sqrt(2 * Math.PI));
    // The next order is the square of the skewness; a distance of 40,000 values is off by 0.005.
    assertThat(test.distance()).isCloseTo(expansion, offset(0.005 + 0.1 * skewness * skewness));
  }

  /** A whole product, exact and moment-matched: the same error in the mean over its outputs. */
  @Test
  void wholeProductsAgreeInTheirError() {
    MatmulShape shape = new MatmulShape(2, 20, 25, 24, true, true);
    ProductRequest request = ProductRequest.of(shape, Precision.DOUBLE);
    double sigma = 0.4;
    CoherentWdmCore core = SILENT.withPhase(new PhaseNoise(sigma, PhaseNoise.Correlation.USE));
    try (Engine engine = new ReferenceEngine();
        RealMatrix left = CoreCharacterisation.uniform(shape.left(), Precision.DOUBLE, 1, 0);
        RealMatrix right = CoreCharacterisation.uniform(shape.right(), Precision.DOUBLE, 1, 1);
        CoreSession session = new CoreSession(engine, core.prepare(request), left, right)) {
      double[] digital = new CoreCharacterisation(engine, 1, 0).digital(request, left, right);
      double[] matched = session.draw(0);
      double[] exact = new PerMultiplyMonteCarlo(2).phasePerUse(shape, left, right, sigma, 0);
      double first = 0;
      double second = 0;
      for (int i = 0; i < digital.length; i++) {
        double mean = Math.exp(-sigma * sigma / 2) * digital[i];
        first += Math.pow(matched[i] - mean, 2);
        second += Math.pow(exact[i] - mean, 2);
      }
      // 1000 outputs: each sum is off by √(2/1000) = 4.5 %, the exact one by a little more.
      assertThat(first).isCloseTo(second, within(0.25 * second));
    }
  }

  @Test
  void impossibleCoresNameTheirNumbers() {
    assertThatThrownBy(() -> SILENT.withCircuit(ReadoutCircuit.ideal(13)))
        .hasMessageContaining("13 is not a multiple of 12");
    assertThatThrownBy(() -> SILENT.withStreams(StreamPair.IDEAL.withSkew(0.1)))
        .hasMessageContaining("skew 0.1 symbols");
    CoherentWdmCore loud =
        CoherentWdmCore.ideal(1, 12).withPhase(new PhaseNoise(0.1, PhaseNoise.Correlation.USE));
    assertThatThrownBy(
            () -> loud.withCircuit(ReadoutCircuit.ideal(12).withShot(ReadoutCircuit.Shot.COUNTED)))
        .hasMessageContaining("moment-matched");
    assertThat(
            loud.prepare(ProductRequest.of(MatmulShape.of(1, 1, 1, 12), Precision.SINGLE))
                .description()
                .labels())
        .contains(
            "phase noise (receiver): moment-matched, mean and variance of cos, per multiplication");
  }
}
