package org.lightpath.photonic.calibration;

/**
 * Errors before and after a calibration, on vectors and draws that it has not seen.
 *
 * @param before relative error √(Σ (C − C₀)² / Σ C₀²), averaged over the readings of each vector
 * @param after the same with the correction
 * @param noise relative deviation of these averages by noise alone: no calibration gets below
 */
public record CalibrationReport(double before, double after, double noise) {
  static CalibrationReport of(Probing.Reading before, Probing.Reading after, double[] exact) {
    return new CalibrationReport(
        Probing.relativeError(before.mean, exact),
        Probing.relativeError(after.mean, exact),
        Math.sqrt(after.variance / Probing.power(exact)));
  }
}
