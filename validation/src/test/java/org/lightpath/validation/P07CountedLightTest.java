package org.lightpath.validation;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreSession;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.OperandStatistics;
import org.lightpath.photonic.core.PerMultiplyMonteCarlo;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.statistics.KolmogorovSmirnov;
import org.lightpath.photonic.core.statistics.Moments;

/**
 * P7: one draw for each readout has the distribution of one draw for each multiplication: sums of
 * Poisson numbers are Poisson. One output is drawn many times by an engine, once for each readout,
 * and by an oracle that draws two Poisson numbers for each of its K steps.
 */
class P07CountedLightTest {
  static final int INNER = 64;
  static final double PHOTONS = 1;
  static final int DRAWS = 200_000;

  /** Smallest p-value of two equal distributions that is accepted. */
  static final double P_VALUE = 0.01;

  static final double VARIANCE = 0.01;
  private static final int SIDE = 448;

  /** Operands of the one output: x_k and w_k. */
  private static double value(int k, double phase) {
    return Math.sin(1.7 * k + phase);
  }

  /** Drawn once for all engines: it takes 26 million Poisson numbers. */
  private static final class Oracle {
    static final double[] DRAWN = counts(draw(1));
    static final double[] TWICE_THE_LIGHT = counts(draw(2));

    private static double[] draw(double light) {
      double[] x = new double[INNER];
      double[] w = new double[INNER];
      for (int k = 0; k < INNER; k++) {
        x[k] = value(k, 0.2);
        w[k] = value(k, 0.9);
      }
      HomodyneCore core = HomodyneCore.ideal(PHOTONS * light, INNER);
      OperandStatistics operands = OperandStatistics.UNIFORM;
      return new PerMultiplyMonteCarlo(17)
          .homodyne(x, w, core.light().left(operands), core.light().right(operands), DRAWS);
    }
  }

  /**
   * Whole photoelectrons: values that are equal but for their rounding would count as different in
   * a test of distributions.
   */
  private static double[] counts(double[] values) {
    PhotonBudget light = PhotonBudget.of(PHOTONS);
    OperandStatistics operands = OperandStatistics.UNIFORM;
    double perUnit = 2 * Math.sqrt(light.left(operands) * light.right(operands));
    return Arrays.stream(values).map(value -> Math.rint(value * perUnit)).toArray();
  }

  /** Equal rows and columns: every output is a draw of the same. */
  private static double[] drawn(EngineScope scope) {
    MatmulShape shape = MatmulShape.of(1, SIDE, SIDE, INNER);
    HomodyneCore core =
        HomodyneCore.ideal(PHOTONS, INNER)
            .withCircuit(ReadoutCircuit.ideal(INNER).withShot(ReadoutCircuit.Shot.COUNTED));
    PreparedProduct prepared = core.prepare(ProductRequest.of(shape, scope.precision()));
    try (RealMatrix left = RealMatrix.allocate(shape.left(), scope.precision());
        RealMatrix right = RealMatrix.allocate(shape.right(), scope.precision())) {
      for (int k = 0; k < INNER; k++) {
        for (int i = 0; i < SIDE; i++) {
          left.set(0, i, k, value(k, 0.2));
          right.set(0, k, i, value(k, 0.9));
        }
      }
      try (CoreSession session = new CoreSession(scope.engine(), prepared, left, right)) {
        return session.draw(0);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void readoutsAndMultiplicationsHaveOneDistribution(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, DRAWS);
    try (EngineScope scope = new EngineScope(engine)) {
      double[] aggregated = counts(drawn(scope));
      Moments ours = Moments.of(aggregated);
      Moments theirs = Moments.of(Oracle.DRAWN);
      // Five standard errors of a difference of two means.
      double slack = 5 * Math.hypot(ours.meanError(), theirs.meanError());
      tolerances.requireClose("mean", theirs.mean(), ours.mean(), slack);
      // The variance of 200 000 draws is known to 0.3 % each; the light's differs by 1 % at most.
      tolerances.requireClose(
          "variance over the oracle's", 1, ours.variance() / theirs.variance(), 2 * VARIANCE);
      double p = KolmogorovSmirnov.twoSamples(aggregated, Oracle.DRAWN).pValue();
      tolerances.requireAbove("p of equal distributions", P_VALUE, p);
      // Counter-check: twice the light is told apart at once.
      double other = KolmogorovSmirnov.twoSamples(aggregated, Oracle.TWICE_THE_LIGHT).pValue();
      tolerances.requireSmall("p of other light", other, 1e-6);
    }
  }
}
