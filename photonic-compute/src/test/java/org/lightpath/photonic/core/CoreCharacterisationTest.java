package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;

class CoreCharacterisationTest {
  private static final ProductRequest REQUEST =
      ProductRequest.of(MatmulShape.of(1, 40, 50, 32), Precision.DOUBLE);

  private final Engine engine = new ReferenceEngine();
  private final CoreCharacterisation bench = new CoreCharacterisation(engine, 5, 2000);

  @AfterEach
  void close() {
    engine.close();
  }

  /** 3 dB of SNR for each doubling of light, (10 log n − 1.76)/6.02 bits, normal errors. */
  @Test
  void shotNoiseSetsTheEffectiveBits() {
    List<CoreCharacterisation.Result> results =
        bench.sweep(HomodyneCore.ideal(1, 32), REQUEST, 1, 10, 40, 384);
    double[] photons = {10, 40, 384};
    for (int i = 0; i < photons.length; i++) {
      CoreQuality quality = results.get(i).quality();
      assertThat(quality.values()).isEqualTo(10_000);
      // 10,000 errors: 0.06 dB; the power of 2000 products: 0.14 dB.
      double decibels = 10 * Math.log10(photons[i]);
      assertThat(quality.snrDecibels()).isCloseTo(decibels, within(0.5));
      assertThat(quality.snrGainRemovedDecibels()).isCloseTo(decibels, within(0.5));
      assertThat(quality.effectiveBits()).isCloseTo((decibels - 1.76) / 6.02, within(0.1));
      assertThat(quality.relativeBias()).isCloseTo(0, offset(5e-2 / Math.sqrt(photons[i])));
      assertThat(results.get(i).description().photonsPerMac()).isEqualTo(photons[i]);
      assertThat(results.get(i).macsPerSecond()).isPositive();
    }
    // 384 photons are four bits.
    assertThat(results.getLast().quality().effectiveBits()).isCloseTo(4, within(0.1));
  }

  /** The variance differs between outputs, so that errors over all are only nearly normal. */
  @Test
  void errorSamplesAreThoseOfTheFirstDraws() {
    CoreCharacterisation.Result result = bench.random(HomodyneCore.ideal(4, 32), REQUEST, 1);
    double[] errors = result.relativeErrors();
    assertThat(errors).hasSize(2000);
    assertThat(KolmogorovSmirnov.normal(errors, 0, 0.5).distance()).isLessThan(0.05);
    assertThat(KolmogorovSmirnov.normal(errors, 0, 0.8).distance()).isGreaterThan(0.05);
  }

  @Test
  void gainIsRemovedOnlyWhereSaid() {
    HomodyneCore core =
        HomodyneCore.ideal(1e4, 32)
            .withInterference(Interference.IDEAL.withPhaseOffset(Math.PI / 3));
    CoreQuality quality = bench.random(core, REQUEST, 1).quality();
    assertThat(quality.gain()).isCloseTo(0.5, offset(1e-3));
    assertThat(quality.snr()).isCloseTo(4, within(0.02));
    assertThat(quality.snrGainRemoved()).isCloseTo(2500, within(250.0));
    assertThat(quality.relativeError()).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void chipAndOperandsStayWhileLightChanges() {
    CoreCharacterisation.Result first = bench.random(HomodyneCore.ideal(1, 32), REQUEST, 1);
    CoreCharacterisation.Result again = bench.random(HomodyneCore.ideal(100, 32), REQUEST, 1);
    assertThat(again.quality().signalPower()).isEqualTo(first.quality().signalPower());
    // Common random numbers: the same draws at a tenth of the deviation.
    assertThat(again.relativeErrors()[7]).isCloseTo(first.relativeErrors()[7] / 10, offset(1e-12));
  }

  @Test
  void calibrationIsAppliedBehindTheScales() {
    ProductRequest request = REQUEST.withRange(new OperandRange(2, 3, OperandStatistics.UNIFORM));
    PreparedProduct prepared =
        HomodyneCore.ideal(Double.POSITIVE_INFINITY, 32)
            .prepare(request)
            .withCalibration(ColumnCorrection.of(new double[] {0.5}, new double[] {0.25}));
    try (RealMatrix left =
            CoreCharacterisation.uniform(request.shape().left(), Precision.DOUBLE, 1, 0);
        RealMatrix right =
            CoreCharacterisation.uniform(request.shape().right(), Precision.DOUBLE, 1, 1);
        CoreSession session = new CoreSession(engine, prepared, left, right)) {
      double exact = bench.digital(request, left, right)[0];
      assertThat(session.draw(0)[0]).isCloseTo(0.5 * exact + 0.25 * 6, offset(1e-12));
      assertThat(session.counts().leftClipped()).isZero();
    }
  }

  @Test
  void planOfHostWeightsNeedsThem() {
    PreparedProduct prepared = MeshCore.ideal(1, 32).prepare(REQUEST);
    assertThat(prepared.leftIsDirect()).isTrue();
    assertThat(prepared.rightIsDirect()).isFalse();
    assertThatThrownBy(prepared::plan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mesh core");
    try (RealMatrix wrong = Samples.matrix(new double[4], 2, 2)) {
      assertThatThrownBy(() -> prepared.left(wrong)).hasMessageContaining("left operand");
    }
  }

  @Test
  void rangeOfOperandsComesFromThem() {
    try (RealMatrix left = Samples.matrix(new double[] {2, -4, 0, 2}, 2, 2);
        RealMatrix right = Samples.matrix(new double[] {1, 1, -1, 1}, 2, 2);
        RealMatrix zero = Samples.matrix(new double[4], 2, 2)) {
      OperandRange range = OperandRange.of(left, right);
      assertThat(range.leftScale()).isEqualTo(4);
      assertThat(range.statistics().leftSquare()).isEqualTo(0.375);
      assertThat(range.statistics().leftModulus()).isEqualTo(0.5);
      assertThat(range.statistics().rightSquare()).isEqualTo(1);
      assertThatThrownBy(() -> OperandRange.of(zero, right))
          .hasMessageContaining("largest modulus of the left operand is 0.0");
    }
  }
}
