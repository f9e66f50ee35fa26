package org.lightpath.photonic.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.CoreSeeds;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.IncoherentWdmCore;
import org.lightpath.photonic.core.IntensityInput;
import org.lightpath.photonic.core.Interference;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.RingBank;
import org.lightpath.photonic.core.SignHandling;
import org.lightpath.photonic.core.WeightBankCore;
import org.lightpath.photonic.core.WeightCells;
import org.lightpath.photonic.device.AddDropRing;

class CalibrationTest {
  private static final int INNER = 16;
  private static final int COLUMNS = 6;
  private static final ProductRequest REQUEST =
      ProductRequest.of(MatmulShape.of(1, 10, COLUMNS, INNER), Precision.DOUBLE);

  private final Engine engine = new ReferenceEngine();
  private final RealMatrix weights =
      CoreCharacterisation.uniform(REQUEST.shape().right(), Precision.DOUBLE, 4, 1);

  @AfterEach
  void close() {
    weights.close();
    engine.close();
  }

  /** cos φ of every column and the norm of its weights as an offset, through shot noise. */
  @Test
  void gainAndOffsetOfEachColumnAreFound() {
    Interference interference = Interference.IDEAL.withPhaseOffset(0.5).withCoupling(0.45);
    HomodyneCore core = HomodyneCore.ideal(1e4, INNER).withInterference(interference);
    ColumnCalibration calibration =
        ColumnCalibration.measure(engine, core, REQUEST, weights, new CalibrationEffort(400, 4, 1));
    double gain = 2 * Math.sqrt(0.45 * 0.55) * Math.cos(0.5);
    for (int j = 0; j < COLUMNS; j++) {
      double norm = 0;
      for (int k = 0; k < INNER; k++) {
        norm += weights.get(0, k, j) * weights.get(0, k, j);
      }
      // (2κ − 1)(E‖x‖² − ‖w‖²)/2 with E‖x‖² = K/3; the norms of 400 probes scatter by about 0.3 σ.
      double offset = -0.1 * (INNER / 3.0 - norm) / 2;
      assertThat(calibration.correction().gain(j)).isCloseTo(1 / gain, within(0.02));
      assertThat(calibration.correction().offset(j)).isCloseTo(-offset / gain, within(0.02));
    }
    CalibrationReport report = calibration.report();
    assertThat(report.before()).isGreaterThan(0.1);
    // What is left is the norm of each input, which no column knows: (2κ − 1)/2 σ(‖x‖²).
    double left = 0.05 * Math.sqrt(INNER * 4 / 45.0) / gain / Math.sqrt(INNER / 9.0);
    assertThat(report.after()).isCloseTo(left, within(0.2 * left));
  }

  @Test
  void averagesBringTheErrorToTheNoiseLeft() {
    HomodyneCore core =
        HomodyneCore.ideal(100, INNER).withInterference(Interference.IDEAL.withPhaseOffset(0.6));
    CalibrationReport report =
        ColumnCalibration.measure(engine, core, REQUEST, weights, new CalibrationEffort(200, 16, 1))
            .report();
    double noise = 1 / Math.sqrt(100 * 16) / Math.cos(0.6);
    assertThat(report.before()).isCloseTo(1 - Math.cos(0.6), within(0.02));
    assertThat(report.noise()).isCloseTo(noise, within(0.1 * noise));
    assertThat(report.after()).isCloseTo(noise, within(0.1 * noise));
  }

  /** Counter-check: there is nothing to gain on a core without errors. */
  @Test
  void idealCoreIsLeftAsItIs() {
    HomodyneCore core = HomodyneCore.ideal(Double.POSITIVE_INFINITY, INNER);
    ColumnCalibration calibration =
        ColumnCalibration.measure(engine, core, REQUEST, weights, CalibrationEffort.DEFAULT);
    assertThat(calibration.correction().gain(0)).isCloseTo(1, offset(1e-12));
    assertThat(calibration.correction().offset(0)).isCloseTo(0, offset(1e-12));
    assertThat(calibration.report().after()).isLessThan(1e-12);
  }

  /** The correction of one chip is no correction of another. */
  @Test
  void calibrationBelongsToItsChip() {
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(Double.POSITIVE_INFINITY, INNER)
            .withCells(WeightCells.ideal(INNER).withSpread(0.05))
            .withInput(IntensityInput.IDEAL.withSigns(SignHandling.OFFSET));
    ColumnCalibration calibration =
        ColumnCalibration.measure(engine, core, REQUEST, weights, CalibrationEffort.DEFAULT);
    assertThat(calibration.report().after()).isLessThan(0.8 * calibration.report().before());
    ProductRequest other = REQUEST.withSeeds(new CoreSeeds(2, 1));
    CoreCharacterisation bench = new CoreCharacterisation(engine, 1, 0);
    try (RealMatrix inputs =
        CoreCharacterisation.uniform(REQUEST.shape().left(), Precision.DOUBLE, 9, 0)) {
      double own =
          bench
              .given(
                  core.prepare(REQUEST).withCalibration(calibration.correction()), inputs, weights)
              .quality()
              .relativeError();
      double foreign =
          bench
              .given(core.prepare(other).withCalibration(calibration.correction()), inputs, weights)
              .quality()
              .relativeError();
      assertThat(foreign).isGreaterThan(1.5 * own);
    }
  }

  @Test
  void linearCrosstalkIsMeasuredAndInverted() {
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(1e4, INNER)
            .withCells(WeightCells.ideal(INNER).withAdjacentCrosstalk(0.05));
    CrosstalkCalibration calibration = CrosstalkCalibration.measure(engine, core, REQUEST, 25);
    for (int k = 0; k < INNER; k++) {
      for (int l = 0; l < INNER; l++) {
        double expected = k == l ? 1 : Math.abs(k - l) == 1 ? 0.05 : 0;
        // P = n/(½·½) photons: a unit reading has a deviation of 1/√(25 P) = 1e-3; six of them.
        assertThat(calibration.crosstalk(k, l)).isCloseTo(expected, offset(6e-3));
      }
    }
    CalibrationReport report =
        calibration.verify(engine, core, REQUEST, weights, new CalibrationEffort(50, 25, 1));
    assertThat(report.before()).isBetween(0.05, 0.1);
    assertThat(report.after()).isLessThan(0.1 * report.before());
    assertThat(report.after()).isGreaterThan(report.noise() / 2);
  }

  @Test
  void compensatedWeightsRaiseTheirScale() {
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(Double.POSITIVE_INFINITY, INNER)
            .withCells(WeightCells.ideal(INNER).withAdjacentCrosstalk(0.1));
    CrosstalkCalibration calibration = CrosstalkCalibration.measure(engine, core, REQUEST, 1);
    try (RealMatrix compensated = calibration.precompensate(weights, REQUEST.shape())) {
      double growth = CrosstalkCalibration.growth(compensated, REQUEST);
      assertThat(growth).isBetween(1.0, 1.25);
      assertThat(CrosstalkCalibration.requestFor(compensated, REQUEST).range().rightScale())
          .isEqualTo(growth);
    }
    assertThat(
            calibration.verify(engine, core, REQUEST, weights, CalibrationEffort.DEFAULT).after())
        .isLessThan(1e-12);
  }

  private static WeightBankCore rings(double photonsPerMac) {
    return new WeightBankCore(
        AddDropRing.lossless(0.1e-9, 16e-9),
        RingBank.of(INNER, 1e-9, RingBank.Compensation.RAW).withErrors(2e-12, 0),
        IntensityInput.IDEAL,
        PhotonBudget.of(photonsPerMac),
        ReadoutCircuit.ideal(INNER));
  }

  /** Rings leak in a way that depends on their settings: only a correction in place helps. */
  @Test
  void ringsAreCorrectedInPlace() {
    WeightBankCore core = rings(Double.POSITIVE_INFINITY);
    CalibrationReport linear =
        CrosstalkCalibration.measure(engine, core, REQUEST, 1)
            .verify(engine, core, REQUEST, weights, CalibrationEffort.DEFAULT);
    CalibrationReport inPlace = inPlace(core, new CalibrationEffort(64, 1, 1), 6).report();
    assertThat(inPlace.before()).isGreaterThan(0.02);
    assertThat(inPlace.after()).isLessThan(0.1 * inPlace.before());
    assertThat(linear.after()).isGreaterThan(5 * inPlace.after());
  }

  private WeightCalibration inPlace(MatrixCore core, CalibrationEffort effort, int rounds) {
    return WeightCalibration.measure(
        engine, core, REQUEST, weights, new WeightCalibration.Rounds(effort, rounds));
  }

  /** Noise of the readings stays in the settings: more averages, less of it. */
  @Test
  void noiseOfTheReadingsLimitsTheSettings() {
    WeightBankCore core = rings(2000);
    CalibrationReport few = inPlace(core, new CalibrationEffort(64, 4, 1), 3).report();
    CalibrationReport many = inPlace(core, new CalibrationEffort(64, 100, 1), 3).report();
    assertThat(many.after()).isLessThan(0.5 * few.after());
    assertThat(many.after()).isLessThan(0.5 * many.before());
  }

  @Test
  void settingsKeepTheirLayout() {
    ProductRequest transposed =
        REQUEST.withShape(new MatmulShape(1, 3, COLUMNS, INNER, true, true));
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(Double.POSITIVE_INFINITY, INNER)
            .withCells(WeightCells.ideal(INNER).withSpread(0.02).withAdjacentCrosstalk(0.02));
    try (RealMatrix half =
        CoreCharacterisation.uniform(transposed.shape().right(), Precision.DOUBLE, 4, 1)) {
      Probing.scale(half, 0.8);
      WeightCalibration calibration =
          WeightCalibration.measure(
              engine,
              core,
              transposed,
              half,
              new WeightCalibration.Rounds(CalibrationEffort.DEFAULT, 12));
      assertThat(calibration.report().before()).isGreaterThan(0.01);
      assertThat(calibration.report().after()).isLessThan(1e-9);
      try (RealMatrix settings = calibration.settings(transposed)) {
        assertThat(settings.relativeError(half)).isBetween(0.01, 0.1);
      }
    }
  }

  @Test
  void refusesWhatCannotBeCalibrated() {
    HomodyneCore crossed =
        HomodyneCore.ideal(Double.POSITIVE_INFINITY, INNER)
            .withInterference(Interference.IDEAL.withPhaseOffset(Math.PI / 2));
    assertThatThrownBy(
            () ->
                ColumnCalibration.measure(
                    engine, crossed, REQUEST, weights, CalibrationEffort.DEFAULT))
        .hasMessageContaining("column 0");
    assertThatThrownBy(() -> CrosstalkCalibration.measure(engine, crossed, REQUEST, 1))
        .hasMessageContaining("cannot be told");
    assertThatThrownBy(() -> new CalibrationEffort(1, 1, 0)).hasMessageContaining("1 probes");
  }
}
