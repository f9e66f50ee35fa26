package org.lightpath.cloud.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Errors whose statistics are known. */
class ErrorAccumulatorTest {
  private static final int N = 100_000;

  private static float[] observed(float[] reference, double gain, double bias, float[] noise) {
    float[] observed = new float[reference.length];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = (float) (gain * reference[i] + bias + 0.1 * noise[i]);
    }
    return observed;
  }

  @Test
  void fourPairsByHand() {
    ErrorStatistics s = ErrorAccumulator.of(new float[] {1, 2, 3, 4}, new float[] {1, 3, 3, 3.5f});
    assertThat(s.count()).isEqualTo(4);
    assertThat(s.snr()).isEqualTo(30 / 1.25); // errors 0, 1, 0, −½
    assertThat(s.snrDecibels()).isEqualTo(10 * Math.log10(24));
    assertThat(s.effectiveBits()).isEqualTo((10 * Math.log10(24) - 1.76) / 6.02);
    assertThat(s.relativeBias()).isEqualTo(0.125 / Math.sqrt(7.5));
    assertThat(s.relativeError()).isEqualTo(Math.sqrt(1.25 / 30));
    assertThat(s.gain()).isEqualTo(30 / 30.0);
    assertThat(s.maximumError()).isEqualTo(1);
    assertThat(s.cosine()).isCloseTo(30 / Math.sqrt(31.25 * 30), within(4 * Math.ulp(1.0)));
    // central errors −⅛, ⅞, −⅛, −⅝
    double second = (1 + 49 + 1 + 25) / 64.0 / 4;
    double fourth = (1 + 2401 + 1 + 625) / 4096.0 / 4;
    assertThat(s.excessKurtosis()).isEqualTo(fourth / second / second - 3);
  }

  /** Standard errors: of a mean σ/√n, of a variance σ²√(2/n), of a kurtosis √(24/n); four each. */
  @Test
  void gainBiasNoiseAndShapeOfGaussianErrorsAreFound() {
    float[] reference = Draws.normals(1, N);
    float[] observed = observed(reference, 1.02, 0.05, Draws.normals(2, N));
    ErrorStatistics s = ErrorAccumulator.of(reference, observed);
    assertThat(s.gainError()).isCloseTo(0.02, within(4 * Math.hypot(0.1, 0.05) / Math.sqrt(N)));
    assertThat(s.relativeBias()).isCloseTo(0.05, within(4 * 0.11 / Math.sqrt(N)));
    double power = 0.01 + 0.02 * 0.02 + 0.05 * 0.05;
    assertThat(1 / s.snr()).isCloseTo(power, within(4 * power * 2 * Math.sqrt(2.0 / N)));
    assertThat(s.excessKurtosis()).isCloseTo(0, within(4 * Math.sqrt(24.0 / N)));
  }

  @Test
  void uniformErrorsAreNotTakenForGaussianOnes() {
    float[] reference = Draws.normals(1, N);
    ErrorStatistics s =
        ErrorAccumulator.of(reference, observed(reference, 1, 0, Draws.uniforms(3, N)));
    assertThat(s.excessKurtosis()).isCloseTo(-1.2, within(4 * Math.sqrt(24.0 / N)));
  }

  @Test
  void partsJoinToTheWhole() {
    float[] reference = Draws.normals(1, 1000);
    float[] observed = observed(reference, 0.9, 0.3, Draws.uniforms(3, 1000));
    ErrorAccumulator joined = new ErrorAccumulator();
    int[] cuts = {0, 1, 1, 300, 997, 1000};
    for (int i = 1; i < cuts.length; i++) {
      ErrorAccumulator part = new ErrorAccumulator();
      part.add(
          Arrays.copyOfRange(reference, cuts[i - 1], cuts[i]),
          Arrays.copyOfRange(observed, cuts[i - 1], cuts[i]));
      joined.merge(part);
    }
    ErrorStatistics whole = ErrorAccumulator.of(reference, observed);
    // sums of 1000 terms of one sign round by less than 1000 ulp
    double rounding = 1000 * Math.ulp(1.0);
    ErrorStatistics s = joined.statistics();
    assertThat(s.count()).isEqualTo(1000);
    assertThat(s.snr() / whole.snr()).isCloseTo(1, within(rounding));
    assertThat(s.errorVariance() / whole.errorVariance()).isCloseTo(1, within(rounding));
    assertThat(s.errorFourthMoment() / whole.errorFourthMoment()).isCloseTo(1, within(rounding));
    assertThat(s.errorMean() / whole.errorMean()).isCloseTo(1, within(rounding));
    assertThat(s.maximumError()).isEqualTo(whole.maximumError());
  }

  /** Raw power sums would lose all digits here: (10⁴)⁴ against 10⁻⁴ of the noise is 10²⁰. */
  @Test
  void largeBiasLeavesTheShapeOfTheNoise() {
    float[] reference = new float[N];
    float[] noise = Draws.uniforms(3, N);
    float[] observed = new float[N];
    for (int i = 0; i < N; i++) {
      observed[i] = 1e4f + noise[i];
    }
    ErrorAccumulator halves = new ErrorAccumulator();
    halves.add(Arrays.copyOf(reference, N / 2), Arrays.copyOf(observed, N / 2));
    halves.add(Arrays.copyOfRange(reference, N / 2, N), Arrays.copyOfRange(observed, N / 2, N));
    // binary32 near 10⁴ steps by 2⁻¹⁰, which adds 2⁻²⁰ of the variance of the noise
    assertThat(halves.statistics().errorVariance())
        .isCloseTo(1 / 12.0, within(4 * Math.sqrt(1 / 180.0 / N) + 0x1p-20));
    assertThat(halves.statistics().excessKurtosis())
        .isCloseTo(-1.2, within(4 * Math.sqrt(24.0 / N)));
  }

  @Test
  void equalNumbersHaveNoNoise() {
    ErrorStatistics s = ErrorAccumulator.of(new float[] {1, -2}, new float[] {1, -2});
    assertThat(s.snrDecibels()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(s.cosine()).isCloseTo(1, within(4 * Math.ulp(1.0)));
    assertThat(s.gainError()).isZero();
  }

  @Test
  void layersWithErrorsAreSummedUp() {
    float[] ones = {1, 1};
    LayerErrors layers = new LayerErrors();
    layers.add("a", ones, new float[] {1.5f, 1});
    layers.add("digital", ones, ones);
    layers.add("nothing", new float[0], new float[0]);
    LayerErrors more = new LayerErrors();
    more.add("b", ones, new float[] {1, 2});
    more.add("a", ones, new float[] {1, 0.5f});
    layers.merge(more);
    assertThat(layers.statistics()).containsOnlyKeys("a", "digital", "b");
    QualityReport.Builder report = new QualityReport.Builder();
    layers.report(report);
    double a = 10 * Math.log10(4 / 0.5);
    double b = 10 * Math.log10(2);
    assertThat(report.build().metrics())
        .containsEntry("meanLayerSnr_dB", (a + b) / 2)
        .containsEntry("minLayerSnr_dB", b);
    QualityReport.Builder digital = new QualityReport.Builder();
    new LayerErrors().report(digital);
    assertThat(digital.build().metrics()).isEmpty();
    assertThat(digital.build().notes()).hasSize(1);
    assertThatThrownBy(() -> layers.add("c", ones, new float[1])).hasMessageContaining("layer c");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> ErrorAccumulator.of(new float[2], new float[3]))
        .hasMessageContaining("3 numbers against a reference of 2");
    assertThatThrownBy(() -> ErrorAccumulator.of(new float[2], new float[] {0, Float.NaN}))
        .hasMessageContaining("element 1 is NaN");
    assertThatThrownBy(() -> new ErrorAccumulator().statistics())
        .hasMessageContaining("nothing was added");
  }
}
