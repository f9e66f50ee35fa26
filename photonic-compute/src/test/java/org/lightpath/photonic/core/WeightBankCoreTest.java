package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;
import org.lightpath.photonic.core.statistics.Moments;
import org.lightpath.photonic.device.AddDropRing;
import org.lightpath.photonic.device.RingResonance;

class WeightBankCoreTest {
  private static final double SPACING = 0.8e-9;
  private static final double RANGE = 16 * SPACING;

  private static WeightBankCore core(
      double widthOverSpacing, int channels, RingBank.Compensation compensation, double photons) {
    return new WeightBankCore(
        AddDropRing.lossless(widthOverSpacing * SPACING, RANGE),
        RingBank.of(channels, SPACING, compensation),
        IntensityInput.IDEAL,
        PhotonBudget.of(photons),
        ReadoutCircuit.ideal(channels));
  }

  /** Add-drop ring of r₁ = r₂ = 0.99, a = 0.987: finesse from the formula, extremes by hand. */
  @Test
  void ringFollowsItsFormulas() {
    AddDropRing ring = new AddDropRing(0.99, 0.98, 0.987, RingResonance.ofRange(32e-9, 1550e-9));
    double loop = 0.99 * 0.98 * 0.987;
    assertThat(ring.fullWidth())
        .isCloseTo(32e-9 * (1 - loop) / (Math.PI * Math.sqrt(loop)), offset(1e-20));
    assertThat(ring.detunedDrop(0))
        .isCloseTo((1 - 0.9801) * (1 - 0.9604) * 0.987 / ((1 - loop) * (1 - loop)), offset(1e-12));
    assertThat(ring.detunedThrough(0))
        .isCloseTo(Math.pow((0.99 - 0.98 * 0.987) / (1 - loop), 2), offset(1e-12));
    for (double weight : new double[] {-0.9, -0.2, 0.1}) {
      assertThat(ring.detunedWeight(ring.detuning(weight))).isCloseTo(weight, offset(1e-9));
    }
    AddDropRing lossless = AddDropRing.lossless(0.1e-9, 32e-9);
    assertThat(lossless.fullWidth()).isCloseTo(0.1e-9, within(1e-20));
    assertThat(lossless.detunedDrop(0.05e-9)).isCloseTo(0.5, offset(1e-4));
    assertThat(lossless.detunedDrop(0.3e-9) + lossless.detunedThrough(0.3e-9))
        .isCloseTo(1, offset(1e-12));
  }

  /** Many channels leak (π²/12)(FWHM/spacing)² in all, exactly (π/2F) coth(π/2F) − 1 for F. */
  @ParameterizedTest
  @ValueSource(doubles = {0.125, 0.0625})
  void leakOfManyChannelsFollowsItsLaw(double widthOverSpacing) {
    int channels = 401;
    AddDropRing ring = AddDropRing.lossless(widthOverSpacing * SPACING, 20_001 * SPACING);
    double leak = 0;
    for (int k = 1; k <= channels / 2; k++) {
      leak += 2 * ring.detunedDrop(k * SPACING);
    }
    double law = Math.PI * Math.PI / 12 * widthOverSpacing * widthOverSpacing;
    assertThat(leak).isCloseTo(law, within(0.01 * law));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.1976", "0.25, 0.0509", "0.125, 0.01281", "0.0625, 0.00321"})
  void leakAtEveryWidth(double widthOverSpacing, double expected) {
    AddDropRing ring = AddDropRing.lossless(widthOverSpacing * SPACING, 20_001 * SPACING);
    double leak = 0;
    for (int k = 1; k <= 2000; k++) {
      leak += 2 * ring.detunedDrop(k * SPACING);
    }
    // The table has three to four digits.
    assertThat(leak).isCloseTo(expected, within(2e-3 * expected));
  }

  /** The bus, ring by ring and channel by channel. */
  @Test
  void crosstalkIsThatOfTheSeriesBus() {
    int channels = 5;
    WeightBankCore core = core(0.3, channels, RingBank.Compensation.RAW, Double.POSITIVE_INFINITY);
    double[] w = Samples.uniform(channels, 2);
    AddDropRing ring = core.ring();
    for (int j = 0; j < channels; j++) {
      double drop = 0;
      double through = 1;
      for (int i = 0; i < channels; i++) {
        double own = i * SPACING + ring.detuning(core.range() * w[i]);
        drop += through * ring.detunedDrop(j * SPACING - own);
        through *= ring.detunedThrough(j * SPACING - own);
      }
      double[] x = new double[channels];
      x[j] = 1;
      double y = Samples.draws(core, x, w, 1, OperandStatistics.UNIFORM)[0];
      assertThat(y).isCloseTo((drop - through) / core.range(), offset(1e-12));
      assertThat(Math.abs(y - w[j])).isGreaterThan(1e-3);
    }
  }

  @Test
  void precompensationTakesStaticCrosstalkOut() {
    double[] x = Samples.uniform(8, 1);
    double[] w = Samples.uniform(8, 2);
    for (int k = 0; k < w.length; k++) {
      w[k] *= 0.8;
    }
    double exact = Samples.dot(x, w);
    double raw =
        Samples.draws(core(0.1, 8, RingBank.Compensation.RAW, Double.POSITIVE_INFINITY), x, w, 1)[
            0];
    WeightBankCore compensated =
        core(0.1, 8, RingBank.Compensation.PRECOMPENSATED, Double.POSITIVE_INFINITY);
    assertThat(Samples.draws(compensated, x, w, 1)[0]).isCloseTo(exact, offset(1e-9));
    assertThat(Math.abs(raw - exact)).isGreaterThan(1e-3);
    // Drift is not known to the settings.
    WeightBankCore warm = compensated.withBank(compensated.bank().withErrors(0, 5e-12));
    assertThat(Math.abs(Samples.draws(warm, x, w, 1)[0] - exact)).isGreaterThan(1e-3);
    // The spread of fabrication is.
    WeightBankCore other = compensated.withBank(compensated.bank().withErrors(5e-12, 0));
    assertThat(Samples.draws(other, x, w, 1)[0]).isCloseTo(exact, offset(1e-9));
  }

  /** Counting term by term, with the light of both ports. */
  @Test
  void shotNoiseIsThatOfBothPorts() {
    int draws = 40_000;
    double[] x = Samples.uniform(8, 1);
    double[] w = Samples.uniform(8, 2);
    WeightBankCore core =
        core(0.1, 8, RingBank.Compensation.RAW, 2)
            .withCircuit(ReadoutCircuit.ideal(8).withShot(ReadoutCircuit.Shot.COUNTED));
    OperandStatistics operands = Samples.statistics(x, w);
    double[] aggregated = Samples.draws(core, x, w, draws);
    double[] plus = new double[8];
    double[] minus = new double[8];
    try (RealMatrix weights = Samples.matrix(w, 8, 1);
        RightOperand right =
            core.prepare(Samples.request(MatmulShape.of(1, 1, 1, 8), operands)).right(weights)) {
      RealMatrix sums = right.variance();
      assertThat(sums).isNotNull();
      for (int k = 0; k < 8 && sums != null; k++) {
        plus[k] = (sums.real(k) + right.values().real(k)) / 2;
        minus[k] = (sums.real(k) - right.values().real(k)) / 2;
      }
    }
    double light = 2 / operands.leftModulus();
    double[] steps = new PerMultiplyMonteCarlo(3).intensity(x, plus, minus, light, draws);
    for (int i = 0; i < draws; i++) {
      // Whole counts: ties must be equal to the bit for the distance of both samples.
      steps[i] = Math.rint(steps[i] * light);
      aggregated[i] = Math.rint(aggregated[i] * light * core.range());
    }
    Moments expected = Moments.of(steps);
    Moments observed = Moments.of(aggregated);
    // √(2/n) is 0.7 % for each of both variances.
    assertThat(observed.variance())
        .isCloseTo(expected.variance(), within(0.04 * expected.variance()));
    assertThat(observed.mean()).isCloseTo(expected.mean(), offset(6 * expected.meanError()));
    assertThat(KolmogorovSmirnov.twoSamples(aggregated, steps).pValue()).isGreaterThan(0.01);
  }

  @Test
  void impossibleBanksNameTheirNumbers() {
    assertThatThrownBy(() -> core(0.1, 17, RingBank.Compensation.RAW, 1))
        .hasMessageContaining("17 channels");
    assertThatThrownBy(() -> core(1.5, 8, RingBank.Compensation.RAW, 1))
        .hasMessageContaining("expected both signs");
    assertThatThrownBy(() -> IntensityInput.IDEAL.withSigns(SignHandling.NATIVE))
        .hasMessageContaining("NATIVE");
    ProductRequest tooLong =
        ProductRequest.of(MatmulShape.of(1, 1, 1, 9), Precision.DOUBLE).withTiling(false);
    assertThatThrownBy(() -> core(0.1, 8, RingBank.Compensation.RAW, 1).prepare(tooLong))
        .hasMessageContaining("K = 9");
  }

  /** Known errors of the resonances are trimmed: a compensated chip is as good as one without. */
  @Test
  void compensationTrimsTheRings() {
    AddDropRing ring = AddDropRing.lossless(0.1e-9, 32e-9);
    double[] weights = {0.5, -0.3, 0.8, 0};
    double[] errors = {0.04e-9, -0.05e-9, 0.02e-9, -0.01e-9};
    RingBank bank = RingBank.of(4, 1.6e-9, RingBank.Compensation.PRECOMPENSATED);
    RingBank raw = RingBank.of(4, 1.6e-9, RingBank.Compensation.RAW);
    double[] trimmed = bank.realise(ring, weights, errors)[0];
    double[] untouched = raw.realise(ring, weights, errors)[0];
    for (int i = 0; i < weights.length; i++) {
      assertThat(trimmed[i]).isCloseTo(weights[i], offset(1e-3));
    }
    assertThat(Math.abs(untouched[1] - weights[1])).isGreaterThan(0.1);
  }
}
