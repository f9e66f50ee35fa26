package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.photonic.core.statistics.Moments;

/**
 * P15: read noise of memory cells as aihwkit aggregates it: additive, variance s²‖x‖², and in
 * proportion to the root of the conductance, variance s² Σ |w| x².
 */
class P15CellNoiseTest {
  static final double DEVIATION = 0.1;
  static final int DRAWS = 640 * 640;

  /** Of a variance: four and a half standard errors √(2/n). */
  static final double TOLERANCE = 0.01;

  private static final int SIDE = 640;
  private static final int INNER = 48;

  private static double x(int k) {
    return Math.sin(1.3 * k + 0.4);
  }

  private static double w(int k) {
    return Math.cos(0.7 * k);
  }

  private static double variance(EngineScope scope, ReceiverNoise noise) {
    MatmulShape shape = MatmulShape.of(1, SIDE, SIDE, INNER);
    MatmulPlan plan =
        MatmulPlan.exact(shape, scope.precision()).withReadout(Readout.EXACT.withNoise(noise));
    try (RealMatrix left = RealMatrix.allocate(shape.left(), scope.precision());
        RealMatrix right = RealMatrix.allocate(shape.right(), scope.precision());
        RealMatrix result = RealMatrix.allocate(shape.result(), scope.precision());
        DeviceMatrix a = scope.engine().allocate(shape.left(), scope.precision());
        DeviceMatrix b = scope.engine().allocate(shape.right(), scope.precision());
        DeviceMatrix c = scope.engine().allocate(shape.result(), scope.precision());
        MatmulProgram program = scope.engine().compile(plan)) {
      for (int k = 0; k < INNER; k++) {
        for (int i = 0; i < SIDE; i++) {
          left.set(0, i, k, x(k));
          right.set(0, k, i, w(k));
        }
      }
      a.upload(left);
      b.upload(right);
      program.run(new MatmulOperands(a, b, c), MatmulRun.UNIT);
      c.download(result);
      return Moments.of(result.toArray()).variance();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void varianceIsThatOfTheCells(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, DRAWS);
    double squares = 0;
    double weighted = 0;
    for (int k = 0; k < INNER; k++) {
      squares += x(k) * x(k);
      weighted += Math.abs(w(k)) * x(k) * x(k);
    }
    double s2 = DEVIATION * DEVIATION;
    try (EngineScope scope = new EngineScope(engine)) {
      double additive =
          variance(scope, new ReceiverNoise(0, s2, 0, 0, null, 0, 5, 0)) / (s2 * squares);
      tolerances.requireClose("additive over s²‖x‖²", 1, additive, TOLERANCE);
      ProductVariance cells = new ProductVariance(s2, 2, ProductVariance.Right.ABSOLUTE);
      double root = variance(scope, new ReceiverNoise(0, 0, 0, 0, cells, 0, 5, 0));
      tolerances.requireClose(
          "root of conductance over s²Σ|w|x²", 1, root / (s2 * weighted), TOLERANCE);
      // Counter-check: the other law is far off.
      tolerances.requireAbove(
          "additive law over the other variance, less 1", 10 * TOLERANCE, s2 * squares / root - 1);
    }
  }
}
