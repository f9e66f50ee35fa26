package org.lightpath.photonic.calibration;

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
    int rows = request.shape().rows();
    double[] gain = new double[columns];
    double[] offset = new double[columns];
    for (int j = 0; j < columns; j++) {
      double meanExact = 0;
      double meanMeasured = 0;
      for (int i = 0; i < rows; i++) {
        meanExact += exact[i * columns + j] / rows;
        meanMeasured += measured[i * columns + j] / rows;
      }
      double product = 0;
      double square = 0;
      for (int i = 0; i < rows; i++) {
        double distance = exact[i * columns + j] - meanExact;
        product += distance * (measured[i * columns + j] - meanMeasured);
        square += distance * distance;
      }
      if (square == 0) {
        // A column of zero weights has no gain to find; its offset can still be taken out.
        product = 1;
        square = 1;
      }
      double slope = product / square;
      if (!(Math.abs(slope) > LEAST_GAIN)) {
        throw new IllegalArgumentException(
            "calibration: column %d answers its probes with a gain of %.3g, expected about 1"
                .formatted(j, slope));
      }
      gain[j] = 1 / slope;
      offset[j] = -(meanMeasured - slope * meanExact) / (slope * scale);
    }
    return ColumnCorrection.of(gain, offset);
  }
}
