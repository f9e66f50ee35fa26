package org.lightpath.photonic.calibration;

import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.OperandRange;
import org.lightpath.photonic.core.ProductRequest;

/**
 * Crosstalk between the K channels of a core: with unit weights in place, unit vectors read X, so
 * that a core that mixes linearly computes A X B instead of A B. Weights X⁻¹B take it out.
 *
 * <p>Compensated weights may exceed the full scale by {@link #growth}; {@link #requestFor} raises
 * the scale to hold them. Where crosstalk depends on the weights (rings), the linear inverse takes
 * out only a part.
 */
public final class CrosstalkCalibration {
  private final SquareMatrix crosstalk;
  private final SquareMatrix inverse;

  private CrosstalkCalibration(SquareMatrix crosstalk) {
    this.crosstalk = crosstalk;
    this.inverse = crosstalk.inverse();
  }

  /**
   * Measures X on a chip.
   *
   * @param request product to be compensated; only its inner dimension, scales, precision and seeds
   *     matter
   * @param averages readings of each unit vector
   * @throws IllegalArgumentException if X has no inverse
   */
  public static CrosstalkCalibration measure(
      Engine engine, MatrixCore core, ProductRequest request, int averages) {
    int inner = request.shape().inner();
    ProductRequest square = request.withShape(MatmulShape.of(1, inner, inner, inner));
    try (RealMatrix weights = RealMatrix.allocate(square.shape().right(), request.precision())) {
      for (int k = 0; k < inner; k++) {
        weights.set(0, k, k, request.range().rightScale());
      }
      int[] readings = {averages, Probing.FIRST_SAMPLE};
      double[][] response = Probing.unitResponse(engine, core, square, weights, readings);
      double[] values = new double[inner * inner];
      for (int k = 0; k < inner; k++) {
        System.arraycopy(response[k], 0, values, k * inner, inner);
      }
      return new CrosstalkCalibration(new SquareMatrix(inner, values));
    }
  }

  /** X_kl, what input k gives where weight l is set. */
  public double crosstalk(int input, int weight) {
    return crosstalk.get(input, weight);
  }

  /**
   * X⁻¹ B in the layout of the shape. The caller closes it.
   *
   * @throws IllegalArgumentException if K is not that of the calibration
   */
  public RealMatrix precompensate(RealMatrix right, MatmulShape shape) {
    if (shape.inner() != crosstalk.size() || !right.shape().equals(shape.right())) {
      throw new IllegalArgumentException(
          "crosstalk of %d channels was measured, but the weights are %s for K = %d"
              .formatted(crosstalk.size(), right.shape(), shape.inner()));
    }
    RealMatrix result = RealMatrix.allocate(right.shape(), right.precision());
    double[] column = new double[shape.inner()];
    for (int batch = 0; batch < right.shape().batch(); batch++) {
      for (int j = 0; j < shape.columns(); j++) {
        for (int k = 0; k < column.length; k++) {
          column[k] = shape.transposedRight() ? right.get(batch, j, k) : right.get(batch, k, j);
        }
        double[] compensated = inverse.times(column);
        for (int k = 0; k < column.length; k++) {
          int row = shape.transposedRight() ? j : k;
          result.set(batch, row, shape.transposedRight() ? k : j, compensated[k]);
        }
      }
    }
    return result;
  }

  /** Largest compensated weight over the full scale of the request; at least 1. */
  public static double growth(RealMatrix compensated, ProductRequest request) {
    return Math.max(1, compensated.largest() / request.range().rightScale());
  }

  /** The request with a right scale that holds compensated weights. */
  public static ProductRequest requestFor(RealMatrix compensated, ProductRequest request) {
    OperandRange range = request.range();
    double scale = range.rightScale() * growth(compensated, request);
    return request.withRange(new OperandRange(range.leftScale(), scale, range.statistics()));
  }

  /**
   * Errors with and without compensation, on vectors that the calibration has not seen.
   *
   * @param right weights, one matrix in the layout of the request
   */
  public CalibrationReport verify(
      Engine engine,
      MatrixCore core,
      ProductRequest request,
      RealMatrix right,
      CalibrationEffort effort) {
    ProductRequest probing = Probing.withRows(request, effort.probes());
    int first = Probing.FIRST_SAMPLE + (1 << 20);
    try (RealMatrix vectors = Probing.vectors(probing, effort.seed(), 2);
        RealMatrix compensated = precompensate(right, probing.shape())) {
      double[] exact = new CoreCharacterisation(engine, 1, 0).digital(probing, vectors, right);
      RealMatrix[] plain = {vectors, right};
      RealMatrix[] corrected = {vectors, compensated};
      Probing.Reading before =
          Probing.measure(engine, core.prepare(probing), plain, effort.averages(), first);
      Probing.Reading after =
          Probing.measure(
              engine,
              core.prepare(requestFor(compensated, probing)),
              corrected,
              effort.averages(),
              first);
      return CalibrationReport.of(before, after, exact);
    }
  }
}
