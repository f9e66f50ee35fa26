package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;
import org.lightpath.photonic.core.statistics.Moments;

/**
 * V15: read noise of memory cells, drawn for each cell, and its laws in one draw for each output.
 */
class CellNoiseTest {
  private static final double SIGMA = 0.06;
  private static final int DRAWS = 100_000;
  private static final double[] X = Samples.uniform(24, 1);
  private static final double[] W = Samples.uniform(24, 2);

  private static double[] aggregated(ReceiverNoise noise) {
    MatmulShape shape = MatmulShape.of(1, DRAWS, 1, X.length);
    MatmulPlan plan =
        MatmulPlan.exact(shape, Precision.DOUBLE).withReadout(Readout.EXACT.withNoise(noise));
    try (Engine engine = new ReferenceEngine();
        RealMatrix left = RealMatrix.allocate(shape.left(), Precision.DOUBLE);
        RealMatrix right = RealMatrix.of(shape.right(), Precision.DOUBLE, W);
        RealMatrix result = RealMatrix.allocate(shape.result(), Precision.DOUBLE);
        DeviceMatrix a = engine.allocate(shape.left(), Precision.DOUBLE);
        DeviceMatrix b = engine.allocate(shape.right(), Precision.DOUBLE);
        DeviceMatrix c = engine.allocate(shape.result(), Precision.DOUBLE);
        MatmulProgram program = engine.compile(plan)) {
      for (long i = 0; i < shape.left().elements(); i++) {
        left.setReal(i, X[(int) (i % X.length)]);
      }
      a.upload(left);
      b.upload(right);
      program.run(new MatmulOperands(a, b, c), MatmulRun.UNIT);
      c.download(result);
      return result.toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void varianceFollowsItsLaw(boolean conductance) {
    PerMultiplyMonteCarlo cells = new PerMultiplyMonteCarlo(11);
    double law = 0;
    for (int k = 0; k < X.length; k++) {
      law += SIGMA * SIGMA * X[k] * X[k] * (conductance ? Math.abs(W[k]) : 1);
    }
    double[] drawn =
        conductance
            ? cells.conductanceCells(X, W, SIGMA, DRAWS)
            : cells.additiveCells(X, W, SIGMA, DRAWS);
    ReceiverNoise noise =
        conductance
            ? new ReceiverNoise(
                0,
                0,
                0,
                0,
                new ProductVariance(SIGMA * SIGMA, 2, ProductVariance.Right.ABSOLUTE),
                0,
                1,
                3)
            : new ReceiverNoise(0, SIGMA * SIGMA, 0, 0, null, 0, 1, 3);
    double[] once = aggregated(noise);
    // √(2/n) is 0.45 %; 1.5 % is three times that.
    assertThat(Moments.of(drawn).variance()).isCloseTo(law, within(0.015 * law));
    assertThat(Moments.of(once).variance()).isCloseTo(law, within(0.015 * law));
    assertThat(KolmogorovSmirnov.twoSamples(drawn, once).pValue()).isGreaterThan(0.01);
  }

  /** Counter-check: the laws are not the same one. */
  @Test
  void lawsDiffer() {
    PerMultiplyMonteCarlo cells = new PerMultiplyMonteCarlo(11);
    double[] additive = cells.additiveCells(X, W, SIGMA, 20_000);
    double[] conductance = cells.conductanceCells(X, W, SIGMA, 20_000);
    assertThat(KolmogorovSmirnov.twoSamples(additive, conductance).pValue()).isLessThan(1e-6);
  }
}
