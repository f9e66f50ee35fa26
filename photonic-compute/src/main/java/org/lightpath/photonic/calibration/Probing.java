package org.lightpath.photonic.calibration;

import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.CoreSession;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.ProductRequest;

/** Sends vectors through a core and averages readings. */
final class Probing {
  /** Draws of a calibration start here, so that none of them is a draw of a later run. */
  static final int FIRST_SAMPLE = 1 << 30;

  private Probing() {}

  /**
   * Averaged readings and the noise left in them.
   *
   * @see #measure
   */
  static final class Reading {
    final double[] mean;

    /** Mean over outputs of the variance of the averages; 0 for a single reading. */
    final double variance;

    private Reading(double[] mean, double variance) {
      this.mean = mean;
      this.variance = variance;
    }
  }

  static Reading measure(
      Engine engine, PreparedProduct prepared, RealMatrix[] operands, int averages, int first) {
    try (CoreSession session = new CoreSession(engine, prepared, operands[0], operands[1])) {
      double[] sum = session.draw(first);
      double[] squares = new double[sum.length];
      double[] origin = sum.clone();
      for (int reading = 1; reading < averages; reading++) {
        double[] values = session.draw(first + reading);
        for (int i = 0; i < sum.length; i++) {
          double distance = values[i] - origin[i];
          sum[i] += values[i];
          squares[i] += distance * distance;
        }
      }
      double variance = 0;
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= averages;
        double mean = sum[i] - origin[i];
        variance += Math.max(0, squares[i] / averages - mean * mean);
      }
      double unbiased = averages > 1 ? variance / (averages - 1) : 0;
      return new Reading(sum, unbiased / sum.length);
    }
  }

  /**
   * What each input alone gives at full scale, over both full scales: readings of unit vectors less
   * the reading of a dark one, which takes constant offsets out.
   *
   * @return [input][column]
   */
  static double[][] unitResponse(
      Engine engine, MatrixCore core, ProductRequest request, RealMatrix right, int[] readings) {
    int inner = request.shape().inner();
    int columns = request.shape().columns();
    ProductRequest probing = withRows(request, inner + 1);
    double leftScale = request.range().leftScale();
    double scale = leftScale * request.range().rightScale();
    try (RealMatrix vectors = RealMatrix.allocate(probing.shape().left(), probing.precision())) {
      for (int k = 0; k < inner; k++) {
        vectors.set(0, k, k, leftScale);
      }
      RealMatrix[] operands = {vectors, right};
      double[] mean =
          measure(engine, core.prepare(probing), operands, readings[0], readings[1]).mean;
      double[][] response = new double[inner][columns];
      for (int k = 0; k < inner; k++) {
        for (int j = 0; j < columns; j++) {
          response[k][j] = (mean[k * columns + j] - mean[inner * columns + j]) / scale;
        }
      }
      return response;
    }
  }

  /** The request for other rows, one batch, on the same chip. */
  static ProductRequest withRows(ProductRequest request, int rows) {
    MatmulShape shape = request.shape();
    return request.withShape(
        new MatmulShape(1, rows, shape.columns(), shape.inner(), true, shape.transposedRight()));
  }

  /** Random vectors within the full scale. */
  static RealMatrix vectors(ProductRequest request, long seed, int stream) {
    RealMatrix vectors =
        CoreCharacterisation.uniform(request.shape().left(), request.precision(), seed, stream);
    scale(vectors, request.range().leftScale());
    return vectors;
  }

  static void scale(RealMatrix matrix, double factor) {
    for (long i = 0; i < matrix.shape().elements(); i++) {
      matrix.setReal(i, factor * matrix.real(i));
    }
  }

  /** √(Σ (a − b)² / Σ b²). */
  static double relativeError(double[] measured, double[] exact) {
    double error = 0;
    double signal = 0;
    for (int i = 0; i < exact.length; i++) {
      error += (measured[i] - exact[i]) * (measured[i] - exact[i]);
      signal += exact[i] * exact[i];
    }
    return Math.sqrt(error / signal);
  }

  static double power(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }
}
