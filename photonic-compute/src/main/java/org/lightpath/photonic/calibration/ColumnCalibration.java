package org.lightpath.photonic.calibration;

import java.util.Arrays;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.ProductRequest;

/**
 * Gain and offset of each output column: known vectors are sent through the core with the weights
 * in place, C = h_j C₀ + o_j is fitted by least squares, and C ← (C − o_j)/h_j corrects it.
 *
 * <p>The noisy reading is fitted on the exact product, not the other way round: noise in the
 * regressor would pull the gain down.
 *
 * @param correction for {@link PreparedProduct#withCalibration}
 * @param report errors on other vectors
 */
public record ColumnCalibration(ColumnCorrection correction, CalibrationReport report) {
  private static final double LEAST_GAIN = 1e-6;

  /**
   * Measures.
   *
   * @param request product to be calibrated; its rows and batch do not matter
   * @param right weights in place, one matrix
   * @throws IllegalArgumentException if a column does not answer its probes
   */
  public static ColumnCalibration measure(
      Engine engine,
      MatrixCore core,
      ProductRequest request,
      RealMatrix right,
      CalibrationEffort effort) {
    ProductRequest probing = Probing.withRows(request, effort.probes());
    PreparedProduct prepared = core.prepare(probing);
    double scale = request.range().leftScale() * request.range().rightScale();
    CoreCharacterisation digital = new CoreCharacterisation(engine, 1, 0);
    ColumnCorrection correction;
    try (RealMatrix vectors = Probing.vectors(probing, effort.seed(), 0)) {
      RealMatrix[] operands = {vectors, right};
      Probing.Reading reading =
          Probing.measure(engine, prepared, operands, effort.averages(), Probing.FIRST_SAMPLE);
      correction = fit(reading.mean, digital.digital(probing, vectors, right), probing, scale);
    }
    try (RealMatrix vectors = Probing.vectors(probing, effort.seed(), 1)) {
      RealMatrix[] operands = {vectors, right};
      int first = Probing.FIRST_SAMPLE + effort.averages();
      double[] exact = digital.digital(probing, vectors, right);
      Probing.Reading before =
          Probing.measure(engine, prepared, operands, effort.averages(), first);
      Probing.Reading after =
          Probing.measure(
              engine, prepared.withCalibration(correction), operands, effort.averages(), first);
      return new ColumnCalibration(correction, CalibrationReport.of(before, after, exact));
    }
  }

  private static ColumnCorrection fit(
      double[] measured, double[] exact, ProductRequest request, double scale) {
    int columns = request.shape().columns();
    double[] gain = new double[columns];
    double[] offset = new double[columns];
    for (int j = 0; j < columns; j++) {
      Line line = Line.of(column(exact, j, columns), column(measured, j, columns));
      if (!(Math.abs(line.slope) > LEAST_GAIN)) {
        throw new IllegalArgumentException(
            "calibration: column %d answers its probes with a gain of %.3g, expected about 1"
                .formatted(j, line.slope));
      }
      gain[j] = 1 / line.slope;
      offset[j] = -line.intercept / (line.slope * scale);
    }
    return ColumnCorrection.of(gain, offset);
  }

  private static double[] column(double[] values, int column, int columns) {
    double[] result = new double[values.length / columns];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i * columns + column];
    }
    return result;
  }

  /** y = slope x + intercept with the least squares of y. */
  private record Line(double slope, double intercept) {
    static Line of(double[] x, double[] y) {
      double meanX = Arrays.stream(x).average().orElse(0);
      double meanY = Arrays.stream(y).average().orElse(0);
      double product = 0;
      double square = 0;
      for (int i = 0; i < x.length; i++) {
        product += (x[i] - meanX) * (y[i] - meanY);
        square += (x[i] - meanX) * (x[i] - meanX);
      }
      // A column of zero weights has no gain to find; its offset can still be taken out.
      double slope = square == 0 ? 1 : product / square;
      return new Line(slope, meanY - slope * meanX);
    }
  }
}
