package org.lightpath.cli.pulse;

import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ExactEnvelope;

/** A closed form sampled at one position: its power, and peak and width as of a computed pulse. */
final class ExactPulse {
  private final double[] power;
  private final double spacing;
  private int peak;

  /**
   * Samples a closed form.
   *
   * @param position z [m]
   */
  ExactPulse(ExactEnvelope form, TimeGrid grid, double position) {
    power = new double[grid.samples()];
    spacing = grid.spacing();
    double[] amplitude = new double[2];
    for (int n = 0; n < power.length; n++) {
      form.at(grid.time(n), position, amplitude);
      power[n] = amplitude[0] * amplitude[0] + amplitude[1] * amplitude[1];
      peak = power[n] > power[peak] ? n : peak;
    }
  }

  /** |A|² of every sample [W]. */
  double[] power() {
    return power.clone();
  }

  /** Largest |A|² of a sample [W]. */
  double peakPower() {
    return power[peak];
  }

  /** Full width at half of the peak [s], linear between samples; NaN if it has no end. */
  double fwhm() {
    return (reach(1) + reach(-1)) * spacing;
  }

  /** Samples from the peak to half of it, towards later ({@code 1}) or earlier ({@code -1}). */
  private double reach(int direction) {
    double half = power[peak] / 2;
    int n = peak;
    while (n >= 0 && n < power.length && power[n] > half) {
      n += direction;
    }
    if (n < 0 || n == power.length) {
      return Double.NaN;
    }
    double before = power[n - direction];
    return Math.abs(n - peak) - (half - power[n]) / (before - power[n]);
  }
}
