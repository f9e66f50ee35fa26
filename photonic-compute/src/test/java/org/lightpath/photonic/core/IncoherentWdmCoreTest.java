package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.statistics.Moments;

class IncoherentWdmCoreTest {
  private static final int CHANNELS = 16;
  private static final IncoherentWdmCore SILENT =
      IncoherentWdmCore.ideal(Double.POSITIVE_INFINITY, CHANNELS);

  /** All ways of signs give the same product without noise, with finite extinction ratios too. */
  @ParameterizedTest
  @EnumSource(
      value = SignHandling.class,
      names = {"DIFFERENTIAL", "OFFSET"})
  void signsAreEquivalentWithoutNoise(SignHandling signs) {
    double[] x = Samples.uniform(CHANNELS, 1);
    double[] w = Samples.uniform(CHANNELS, 2);
    IntensityInput input = IntensityInput.IDEAL.withSigns(signs);
    double exact = Samples.dot(x, w);
    // OFFSET holds continuous values by 16 bits: half a step of 2/65535 on each term at most.
    double tolerance = signs == SignHandling.OFFSET ? CHANNELS / 65535.0 : 1e-12;
    assertThat(Samples.draws(SILENT.withInput(input), x, w, 1)[0])
        .isCloseTo(exact, offset(tolerance));
    IncoherentWdmCore leaky =
        SILENT
            .withInput(input.withExtinctionRatio(10))
            .withCells(WeightCells.ideal(CHANNELS).withExtinctionRatio(20));
    assertThat(Samples.draws(leaky, x, w, 1)[0]).isCloseTo(exact, offset(tolerance));
  }

  /** I⁺ + I⁻ of each way: Σ|x||w|/P against Σ (x+1)/2 |w|/P, read with a gain of two. */
  @ParameterizedTest
  @EnumSource(
      value = SignHandling.class,
      names = {"DIFFERENTIAL", "OFFSET"})
  void noiseOfSignsDiffersAsTheirLight(SignHandling signs) {
    int draws = 40_000;
    double[] x = Samples.uniform(CHANNELS, 1);
    double[] w = Samples.uniform(CHANNELS, 2);
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(50, CHANNELS).withInput(IntensityInput.IDEAL.withSigns(signs));
    OperandStatistics operands = OperandStatistics.UNIFORM;
    boolean isOffset = signs == SignHandling.OFFSET;
    // n = P E a E |w|, both means are a half.
    double light = 50 / 0.25;
    double sum = 0;
    for (int k = 0; k < CHANNELS; k++) {
      sum += (isOffset ? (x[k] + 1) / 2 : Math.abs(x[k])) * Math.abs(w[k]);
    }
    double expected = (isOffset ? 4 : 1) * sum / light;
    Moments moments = Moments.of(Samples.draws(core, x, w, draws, operands));
    // √(2/n) is 0.7 %, five times.
    assertThat(moments.variance()).isCloseTo(expected, within(0.035 * expected));
    assertThat(moments.mean())
        .isCloseTo(Samples.dot(x, w), offset(5 * moments.meanError() + CHANNELS / 65535.0));
    assertThat(
            core.prepare(Samples.request(MatmulShape.of(1, 1, 1, CHANNELS), operands))
                .description()
                .signs())
        .isEqualTo(new CoreDescription.Signs(signs, SignHandling.DIFFERENTIAL));
  }

  @Test
  void darkCellsShine() {
    int draws = 40_000;
    double[] x = Samples.uniform(CHANNELS, 1);
    double[] w = new double[CHANNELS];
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(50, CHANNELS)
            .withCells(WeightCells.ideal(CHANNELS).withExtinctionRatio(10));
    Moments moments = Moments.of(Samples.draws(core, x, w, draws, OperandStatistics.UNIFORM));
    double modulus = 0;
    for (double value : x) {
      modulus += Math.abs(value);
    }
    double light = 50 / (0.5 * (0.9 * 0.5 + 0.2));
    double expected = 0.2 * modulus / light / (0.9 * 0.9);
    assertThat(moments.variance()).isCloseTo(expected, within(0.035 * expected));
  }

  @Test
  void neighboursLeakWithinTheComb() {
    double[] w = Samples.uniform(2 * CHANNELS, 2);
    IncoherentWdmCore core =
        SILENT.withCells(WeightCells.ideal(CHANNELS).withAdjacentCrosstalk(0.03));
    for (int k : new int[] {0, 3, CHANNELS - 1, CHANNELS}) {
      double[] x = new double[2 * CHANNELS];
      x[k] = 1;
      int channel = k % CHANNELS;
      double expected =
          w[k] + 0.03 * ((channel > 0 ? w[k - 1] : 0) + (channel < CHANNELS - 1 ? w[k + 1] : 0));
      assertThat(Samples.draws(core, x, w, 1, OperandStatistics.UNIFORM)[0])
          .isCloseTo(expected, offset(1e-12));
    }
  }

  @Test
  void cellsOfAChipAreTheSameForEveryProduct() {
    IncoherentWdmCore core = SILENT.withCells(WeightCells.ideal(CHANNELS).withSpread(0.05));
    double[] x = new double[CHANNELS];
    x[4] = 1;
    double[] w = new double[CHANNELS];
    w[4] = 0.5;
    ProductRequest request =
        Samples.request(MatmulShape.of(1, 1, 1, CHANNELS), OperandStatistics.UNIFORM);
    double first = Samples.run(core, request, x, w)[0];
    w[4] = 0.25;
    assertThat(Samples.run(core, request, x, w)[0]).isCloseTo(first / 2, offset(1e-12));
    assertThat(first).isNotCloseTo(0.5, offset(1e-3));
    assertThat(Samples.run(core, request.withSeeds(new CoreSeeds(9, 1)), x, w)[0])
        .isNotCloseTo(first / 2, offset(1e-4));
  }

  /** Several matrices, stored transposed, in their own scales. */
  @Test
  void batchesAndTransposedOperandsKeepTheirLayout() {
    MatmulShape shape = new MatmulShape(2, 3, 4, 5, false, true);
    double[] a = Samples.uniform(30, 3);
    double[] b = Samples.uniform(40, 4);
    for (int i = 0; i < b.length; i++) {
      b[i] *= 3;
    }
    ProductRequest request =
        ProductRequest.of(shape, Precision.DOUBLE)
            .withRange(new OperandRange(1, 3, OperandStatistics.UNIFORM));
    IncoherentWdmCore core = SILENT.withCells(WeightCells.ideal(CHANNELS).withExtinctionRatio(30));
    double[] c = Samples.run(core, request, a, b);
    for (int batch = 0; batch < 2; batch++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 4; j++) {
          double sum = 0;
          for (int k = 0; k < 5; k++) {
            sum += a[(batch * 3 + i) * 5 + k] * b[(batch * 4 + j) * 5 + k];
          }
          assertThat(c[(batch * 3 + i) * 4 + j]).isCloseTo(sum, offset(1e-11));
        }
      }
    }
    IncoherentWdmCore shifted = core.withInput(IntensityInput.IDEAL.withSigns(SignHandling.OFFSET));
    assertThatThrownBy(() -> Samples.run(shifted, request, a, b))
        .hasMessageContaining("one right operand");
  }

  @Test
  void weightsBeyondTheFullScaleAreCounted() {
    IncoherentWdmCore core = SILENT.withCells(WeightCells.ideal(CHANNELS).withExtinctionRatio(30));
    ProductRequest request = Samples.request(MatmulShape.of(1, 1, 1, 3), OperandStatistics.UNIFORM);
    try (RealMatrix weights = Samples.matrix(new double[] {0.5, -1.5, 2}, 3, 1);
        RightOperand right = core.prepare(request).right(weights)) {
      assertThat(right.clipped()).isEqualTo(2);
    }
  }
}
