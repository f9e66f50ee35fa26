package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * Weights of an intensity crossbar: two cells for each, w = w⁺ − w⁻.
 *
 * @param driver converter and curve of a cell
 * @param extinctionRatio of a cell, power ratio above 1; infinite for a perfect one
 * @param spread standard deviation of a cell's transmission from chip to chip, relative
 * @param adjacentCrosstalk share of each neighbouring wavelength that a cell sees too (power ratio)
 * @param channels wavelengths; crosstalk and cells repeat with them along K
 */
public record WeightCells(
    Driver driver, double extinctionRatio, double spread, double adjacentCrosstalk, int channels) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public WeightCells {
    Objects.requireNonNull(driver);
    Require.extinctionRatio(extinctionRatio);
    Require.notNegative("spread of weight cells", spread, "");
    Require.within("crosstalk of neighbouring wavelengths (power ratio)", adjacentCrosstalk, 0, 1);
    if (channels < 1) {
      throw new IllegalArgumentException(
          "weight cells: %d wavelengths, expected at least 1".formatted(channels));
    }
  }

  /** Perfect cells. */
  public static WeightCells ideal(int channels) {
    return new WeightCells(Driver.EXACT, Double.POSITIVE_INFINITY, 0, 0, channels);
  }

  /** With crosstalk of neighbouring wavelengths (power ratio). */
  public WeightCells withAdjacentCrosstalk(double ratio) {
    return new WeightCells(driver, extinctionRatio, spread, ratio, channels);
  }

  /** With another extinction ratio (power ratio). */
  public WeightCells withExtinctionRatio(double ratio) {
    return new WeightCells(driver, ratio, spread, adjacentCrosstalk, channels);
  }

  /** With another spread from chip to chip. */
  public WeightCells withSpread(double relative) {
    return new WeightCells(driver, extinctionRatio, relative, adjacentCrosstalk, channels);
  }

  /** With another driver. */
  public WeightCells withDriver(Driver other) {
    return new WeightCells(other, extinctionRatio, spread, adjacentCrosstalk, channels);
  }

  double floor() {
    return 1 / extinctionRatio;
  }

  /** A power of two that no realised weight exceeds: neighbours and eight deviations of a cell. */
  double headroom() {
    double largest = (1 + 2 * adjacentCrosstalk) * (1 + 8 * spread);
    return Math.scalb(1.0, largest == 1 ? 0 : Math.getExponent(largest) + 1);
  }

  boolean isPlain() {
    return floor() == 0 && spread == 0 && adjacentCrosstalk == 0;
  }
}
