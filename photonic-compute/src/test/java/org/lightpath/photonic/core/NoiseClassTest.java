package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.statistics.Moments;

/** How often each class of noise is drawn. */
class NoiseClassTest {
  private static final int ROWS = 10_000;
  private static final double[] X = Samples.uniform(8, 1);
  private static final double[] W = Samples.uniform(8, 2);
  private static final HomodyneCore SILENT = HomodyneCore.ideal(Double.POSITIVE_INFINITY, 8);

  /** Errors of two outputs with the same weights, many rows. */
  private static double[][] twins(HomodyneCore core) {
    double[] rows = new double[ROWS * 8];
    double[] columns = new double[16];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = X[i % 8];
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = W[i / 2];
    }
    double[] c =
        Samples.run(
            core,
            Samples.request(MatmulShape.of(1, ROWS, 2, 8), OperandStatistics.UNIFORM),
            rows,
            columns);
    double[][] errors = new double[2][ROWS];
    for (int i = 0; i < c.length; i++) {
      errors[i % 2][i / 2] = c[i] - Samples.dot(X, W);
    }
    return errors;
  }

  private static double correlation(double[][] errors) {
    return Samples.dot(errors[0], errors[1])
        / Math.sqrt(Samples.square(errors[0]) * Samples.square(errors[1]));
  }

  @Test
  void noiseOfInputsIsSharedByAllOutputs() {
    FieldModulator noisy = FieldModulator.IDEAL.withNoise(0.02, 0.01);
    double[][] errors = twins(SILENT.withStreams(new StreamPair(noisy, FieldModulator.IDEAL, 0)));
    assertThat(correlation(errors)).isCloseTo(1, offset(1e-12));
    double expected = 0;
    for (int k = 0; k < 8; k++) {
      expected += W[k] * W[k] * (4e-4 * X[k] * X[k] + 1e-4);
    }
    // √(2/n) is 1.4 %, five times.
    assertThat(Moments.of(errors[0]).variance()).isCloseTo(expected, within(0.07 * expected));
  }

  @Test
  void noiseOfReceiversIsNot() {
    double[][] errors = twins(HomodyneCore.ideal(1, 8));
    // 1/√n is 1 %.
    assertThat(correlation(errors)).isCloseTo(0, offset(0.05));
  }

  @Test
  void intensityNoiseGrowsWithTheOutput() {
    double variance = ReadoutNoise.intensityNoise(-140, 5e9);
    assertThat(variance).isCloseTo(5e-5, within(1e-12));
    HomodyneCore core = SILENT.withCircuit(ReadoutCircuit.ideal(8).withIntensityNoise(variance));
    double y = Samples.dot(X, W);
    assertThat(Moments.of(twins(core)[0]).variance())
        .isCloseTo(variance * y * y, within(0.07 * variance * y * y));
  }

  /** 50 Ω at room temperature, 18.2 pA/√Hz, over 100 ns: 25,400 electrons. */
  @Test
  void thermalElectronsOfAnIntegrator() {
    assertThat(ReadoutNoise.thermalElectrons(18.2e-12, 1e-7))
        .isCloseTo(18.2e-12 * Math.sqrt(5e-8) / 1.602176634e-19, within(1e-6));
  }

  /** Thermal electrons over P for each readout; the converter's range knows of them. */
  @Test
  void thermalNoiseOfIntensities() {
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(1e9, 8)
            .withCircuit(
                ReadoutCircuit.ideal(8)
                    .withThermalElectrons(1e9)
                    .withConverter(ConverterRange.expected(12, 4)));
    Moments moments = Moments.of(Samples.draws(core, X, W, ROWS, OperandStatistics.UNIFORM));
    // P = n/(½·½), and a converter of 4096 levels over eight deviations adds nothing to be seen.
    double expected = Math.pow(1e9 / 4e9, 2);
    assertThat(moments.variance()).isCloseTo(expected, within(0.07 * expected));
    double range =
        core.prepare(Samples.request(MatmulShape.of(1, 1, 1, 8), OperandStatistics.UNIFORM))
            .description()
            .readout()
            .fullScale();
    assertThat(range).isCloseTo(4 * Math.sqrt(8 / 9.0 + expected), within(1e-6));
  }

  /** The coupler of a chip is drawn once, whatever the noise; another chip has another. */
  @Test
  void couplersBelongToTheirChip() {
    HomodyneCore core = SILENT.withInterference(new Interference(0.5, 0.05, 0, 0, 0));
    ProductRequest request = Samples.request(MatmulShape.of(1, 1, 1, 8), OperandStatistics.UNIFORM);
    double first = Samples.run(core, request.withSeeds(new CoreSeeds(1, 1)), X, W)[0];
    double noise = Samples.run(core, request.withSeeds(new CoreSeeds(1, 2)), X, W)[0];
    double chip = Samples.run(core, request.withSeeds(new CoreSeeds(2, 1)), X, W)[0];
    assertThat(noise).isEqualTo(first);
    assertThat(chip).isNotCloseTo(first, offset(1e-4));
  }

  /** Inputs and weights beyond their scales are clipped by the engine and counted. */
  @Test
  void operandsBeyondTheirScalesAreCounted() {
    for (StreamPair streams :
        new StreamPair[] {
          StreamPair.IDEAL, StreamPair.of(FieldModulator.IDEAL.withExtinctionRatio(1e12))
        }) {
      PreparedProduct prepared =
          SILENT
              .withStreams(streams)
              .prepare(Samples.request(MatmulShape.of(1, 1, 1, 3), OperandStatistics.UNIFORM));
      try (Engine engine = new ReferenceEngine();
          RealMatrix left = Samples.matrix(new double[] {0.5, -2, 1}, 1, 3);
          RealMatrix right = Samples.matrix(new double[] {1.5, 3, 1}, 3, 1);
          CoreSession session = new CoreSession(engine, prepared, left, right)) {
        assertThat(session.draw(0)[0]).isCloseTo(0.5 - 1 + 1, offset(1e-9));
        assertThat(session.counts().leftClipped()).isEqualTo(1);
        assertThat(session.counts().rightClipped()).isEqualTo(2);
      }
    }
  }

  /** Single precision takes the same plans. */
  @Test
  void precisionIsThatOfTheRequest() {
    ProductRequest request = ProductRequest.of(MatmulShape.of(1, 4, 4, 8), Precision.SINGLE);
    try (Engine engine = new ReferenceEngine()) {
      double error =
          new CoreCharacterisation(engine, 1, 0)
              .random(SILENT, request, 1)
              .quality()
              .relativeError();
      assertThat(error).isLessThan(1e-6);
    }
  }
}
