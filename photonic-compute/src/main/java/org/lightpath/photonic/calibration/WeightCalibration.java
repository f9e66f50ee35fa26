package org.lightpath.photonic.calibration;

import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.ProductRequest;

/**
 * Weights corrected in place: unit vectors read what the chip makes of the settings, and the
 * settings move by what is missing, B′ ← B′ + (B − read(B′)), clipped at the full scale. Takes out
 * any static error that a setting can reach, linear or not: crosstalk of rings, spread of cells,
 * mesh errors. What is left is the noise of the readings and weights at the end of their range.
 */
public final class WeightCalibration {
  private final double[] settings;
  private final CalibrationReport report;

  private WeightCalibration(double[] settings, CalibrationReport report) {
    this.settings = settings;
    this.report = report;
  }

  /**
   * Measures and corrects.
   *
   * @param request product to be calibrated; its rows and batch do not matter
   * @param right weights, one matrix in the layout of the request
   * @param effort averages of each round, vectors of the report, rounds
   */
  public static WeightCalibration measure(
      Engine engine, MatrixCore core, ProductRequest request, RealMatrix right, Rounds effort) {
    ProductRequest probing = Probing.withRows(request, effort.effort().probes());
    try (RealMatrix settings = RealMatrix.of(right.shape(), right.precision(), right.toArray())) {
      int sample = Probing.FIRST_SAMPLE;
      for (int round = 0; round < effort.rounds(); round++) {
        int[] readings = {effort.effort().averages(), sample};
        correct(
            settings,
            right,
            Probing.unitResponse(engine, core, request, settings, readings),
            request);
        sample += effort.effort().averages();
      }
      return new WeightCalibration(
          settings.toArray(), verify(engine, core, probing, right, settings, effort));
    }
  }

  /**
   * Effort and rounds.
   *
   * @param effort averages of each round; vectors of the report
   * @param rounds of correction, at least 1
   */
  public record Rounds(CalibrationEffort effort, int rounds) {
    /**
     * Checks the rounds.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Rounds {
      if (rounds < 1) {
        throw new IllegalArgumentException(
            "calibration: %d rounds, expected at least 1".formatted(rounds));
      }
    }
  }

  private static void correct(
      RealMatrix settings, RealMatrix right, double[][] response, ProductRequest request) {
    MatmulShape shape = request.shape();
    double scale = request.range().rightScale();
    for (int k = 0; k < shape.inner(); k++) {
      for (int j = 0; j < shape.columns(); j++) {
        int row = shape.transposedRight() ? j : k;
        int column = shape.transposedRight() ? k : j;
        double missing = right.get(0, row, column) - scale * response[k][j];
        double moved = settings.get(0, row, column) + missing;
        settings.set(0, row, column, Math.clamp(moved, -scale, scale));
      }
    }
  }

  private static CalibrationReport verify(
      Engine engine,
      MatrixCore core,
      ProductRequest probing,
      RealMatrix right,
      RealMatrix settings,
      Rounds effort) {
    int averages = effort.effort().averages();
    int first = Probing.FIRST_SAMPLE + effort.rounds() * averages;
    try (RealMatrix vectors = Probing.vectors(probing, effort.effort().seed(), 3)) {
      double[] exact = new CoreCharacterisation(engine, 1, 0).digital(probing, vectors, right);
      RealMatrix[] plain = {vectors, right};
      RealMatrix[] corrected = {vectors, settings};
      Probing.Reading before =
          Probing.measure(engine, core.prepare(probing), plain, averages, first);
      Probing.Reading after =
          Probing.measure(engine, core.prepare(probing), corrected, averages, first);
      return CalibrationReport.of(before, after, exact);
    }
  }

  /** The corrected weights, to be used in place of B. The caller closes them. */
  public RealMatrix settings(ProductRequest request) {
    return RealMatrix.of(
        Probing.withRows(request, 1).shape().right(), request.precision(), settings);
  }

  /** Errors before and after, on vectors that the calibration has not seen. */
  public CalibrationReport report() {
    return report;
  }
}
