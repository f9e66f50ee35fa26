package org.lightpath.cloud.fidelity;

import java.util.Objects;
import org.lightpath.photonic.core.OperandStatistics;

/**
 * Full scales and statistics of a product, from calibration.
 *
 * @param leftScale s_A, value that drives the modulator of A fully, where A has one scale
 * @param rightScale s_B
 * @param statistics of the operands in units of their scales
 * @param outputRms root mean square of C over the scales of its operands, for the converter's range
 * @param outputPeak modulus of C over these scales that a converter should just pass; 0 to take
 *     some standard deviations instead
 */
public record SiteScales(
    double leftScale,
    double rightScale,
    OperandStatistics statistics,
    double outputRms,
    double outputPeak) {
  /**
   * Checks the scales.
   *
   * @throws IllegalArgumentException if a scale is not positive and finite, or the rms is negative
   */
  public SiteScales {
    Objects.requireNonNull(statistics);
    if (!(leftScale > 0 && rightScale > 0 && outputRms >= 0 && outputPeak >= 0)
        || !Double.isFinite(leftScale + rightScale + outputRms + outputPeak)) {
      throw new IllegalArgumentException(
          "scales of a product: left %s, right %s, rms of the output %s: expected positive finite numbers"
              .formatted(leftScale, rightScale, outputRms));
    }
  }

  /** Without a peak of the output: converters pass some standard deviations. */
  public SiteScales withoutPeak() {
    return new SiteScales(leftScale, rightScale, statistics, outputRms, 0);
  }
}
