package org.lightpath.fiber.transceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.fiber.Optics;

class MetricsTest {
  /** Values of an independent implementation (Cephes, through SciPy 1.17), 16 digits. */
  @ParameterizedTest
  @CsvSource({
    "0.1,0.8875370839817152",
    "0.5,0.4795001221869535",
    "1.0,0.15729920705028516",
    "1.4999,0.033906748337704726",
    "1.5001,0.0338829622795825",
    "2.0,0.004677734981047266",
    "3.0,2.2090496998585445e-05",
    "5.0,1.5374597944280347e-12",
    "8.0,1.1224297172982928e-29",
    "15.0,7.212994172451209e-100",
    "26.0,5.663192408856145e-296"
  })
  void errorFunctionMatchesReferenceValues(double x, double expected) {
    // e^(−x²) alone loses 2x² ulp from the rounding of x²; the rest is a few ulp on each side.
    double tolerance = (8 + 2 * x * x) * 0x1p-52;
    assertThat(ErrorFunction.erfc(x) / expected).isCloseTo(1, within(tolerance));
    assertThat(ErrorFunction.erfc(-x)).isCloseTo(2 - expected, within(4 * Math.ulp(2.0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.5, 0.1, 1e-3, 1e-9, 1e-30, 1e-200})
  void inverseErrorFunctionInverts(double y) {
    double x = ErrorFunction.inverseErfc(y);
    assertThat(ErrorFunction.erfc(x) / y).isCloseTo(1, within((16 + 8 * x * x) * 0x1p-52));
  }

  @Test
  void inverseErrorFunctionRefusesOtherNumbers() {
    assertThat(ErrorFunction.inverseErfc(1)).isZero();
    assertThatThrownBy(() -> ErrorFunction.inverseErfc(0)).hasMessageContaining("(0, 1]");
    assertThatThrownBy(() -> ErrorFunction.inverseErfc(1.5)).hasMessageContaining("1.5");
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 10, 17})
  void theoreticalErrorRatiosMatchTheirClosedForms(double snrDecibels) {
    double snr = Optics.fromDecibels(snrDecibels);
    double qpsk = ErrorFunction.erfc(Math.sqrt(snr / 2)) / 2;
    double a = Math.sqrt(snr / 10);
    double qam16 =
        (3 * ErrorFunction.erfc(a) + 2 * ErrorFunction.erfc(3 * a) - ErrorFunction.erfc(5 * a)) / 8;
    // A dozen terms of like size, each good to a few ulp times its argument squared.
    double tolerance = (32 + 8 * snr) * 0x1p-52;
    assertThat(TheoreticalBer.of(ModulationFormat.QPSK.constellation(), snr) / qpsk)
        .isCloseTo(1, within(tolerance));
    assertThat(TheoreticalBer.of(ModulationFormat.QAM16.constellation(), snr) / qam16)
        .isCloseTo(1, within(tolerance));
  }

  @Test
  void theoreticalErrorRatioOf64QamMatchesSimulation() {
    double snr = Optics.fromDecibels(16);
    Constellation points = ModulationFormat.QAM64.constellation();
    Random random = new Random(7);
    int symbols = 200_000;
    long errors = 0;
    double deviation = Math.sqrt(1 / (2 * snr));
    for (int k = 0; k < symbols; k++) {
      int label = random.nextInt(64);
      double x = points.re(label) + deviation * random.nextGaussian();
      double y = points.im(label) + deviation * random.nextGaussian();
      errors += Integer.bitCount(points.decide(x, y) ^ label);
    }
    double expected = 6.0 * symbols * TheoreticalBer.of(points, snr);
    assertThat((double) errors).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }

  @Test
  void errorFreeMeasurementsReportABound() {
    BitQuality quality = new BitQuality(30_000, 0, 4, 4, 1e-12);
    assertThat(quality.ber()).isZero();
    assertThat(quality.berUpperBound()).isEqualTo(1e-4);
    assertThat(quality.qDecibels()).isInfinite();
    assertThat(quality.qLowerBoundDecibels()).isBetween(11.0, 12.0);
  }

  @ParameterizedTest
  @CsvSource({"10,1", "1000,20", "1000,999"})
  void boundSolvesWilsonsEquation(long bits, long errors) {
    BitQuality quality = new BitQuality(bits, errors, 1, 1, 0);
    double p = quality.berUpperBound();
    double z = (p - quality.ber()) / Math.sqrt(p * (1 - p) / bits);
    assertThat(z).isCloseTo(1.6448536269514722, within(1e-9));
  }

  @Test
  void boundCoversTheTruthInNineteenOfTwentyMeasurements() {
    Random random = new Random(3);
    int trials = 2000;
    int covered = 0;
    for (int trial = 0; trial < trials; trial++) {
      long errors = 0;
      for (int bit = 0; bit < 2000; bit++) {
        errors += random.nextDouble() < 0.01 ? 1 : 0;
      }
      covered += new BitQuality(2000, errors, 1, 1, 0).berUpperBound() >= 0.01 ? 1 : 0;
    }
    // Wilson's limit at 20 expected errors is good to about 1 %; four deviations of the trial: 2 %.
    assertThat(covered / (double) trials).isCloseTo(0.95, within(0.03));
  }

  @Test
  void qualityFactorIsThatOfTheErrorRatio() {
    // erfc(3/√2)/2 = 1.3499e-3 (tables): Q = 3, which is 9.5424 dB.
    BitQuality quality = new BitQuality(100_000_000, 134_990, 1, 1, 1.3498980316300957e-3);
    assertThat(quality.qFromSnrDecibels()).isCloseTo(20 * Math.log10(3), within(1e-12));
    assertThat(quality.qDecibels()).isCloseTo(20 * Math.log10(3), within(1e-5));
    assertThat(new BitQuality(10, 5, 0, 0, 0).qDecibels()).isNaN();
  }

  @Test
  void qualitiesAdd() {
    SignalQuality sum = new SignalQuality(10, 10, 1).plus(new SignalQuality(30, 30, 1));
    assertThat(sum).isEqualTo(new SignalQuality(40, 40, 2));
    assertThat(sum.snr()).isEqualTo(20);
    assertThat(sum.evm()).isCloseTo(Math.sqrt(0.05), within(1e-16));
    BitQuality bits = new BitQuality(100, 1, 2, 3, 0.1).plus(new BitQuality(300, 2, 4, 5, 0.2));
    assertThat(bits).isEqualTo(new BitQuality(400, 3, 3.5, 4.5, 0.025 + 0.15000000000000002));
  }

  @Test
  void osnrCountsTheNoiseOfBothPolarisations() {
    // 1 mW over 2 · 1e-17 W/Hz · 12.5 GHz = 0.25 µW.
    assertThat(Osnr.decibels(1e-3, 1e-17)).isCloseTo(10 * Math.log10(4000), within(1e-12));
    // Dual polarisation: each has half of the power against the noise N in R.
    assertThat(Osnr.toSnr(Osnr.ratio(1e-3, 1e-17), 32e9, 2))
        .isCloseTo(0.5e-3 / (1e-17 * 32e9), within(1e-9));
    assertThat(Osnr.toSnr(Osnr.ratio(1e-3, 1e-17), 32e9, 1))
        .isCloseTo(1e-3 / (1e-17 * 32e9), within(1e-9));
  }
}
