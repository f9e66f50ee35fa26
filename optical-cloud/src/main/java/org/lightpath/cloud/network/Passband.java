package org.lightpath.cloud.network;

import org.lightpath.fiber.link.OpticalFilter;

/**
 * Super-Gaussian passband of a wavelength switch around the middle of a channel: |H|² =
 * 2^(−x^(2n)).
 *
 * @param bandwidth full width [Hz] at half of the power transmission
 * @param order n ≥ 1
 */
public record Passband(double bandwidth, int order) {
  /** Checks the numbers as the filter does. */
  public Passband {
    filter(0, bandwidth, order);
  }

  /**
   * The filter.
   *
   * @param offset middle of the channel [Hz] relative to the carrier of the simulation
   */
  public OpticalFilter at(double offset) {
    return filter(offset, bandwidth, order);
  }

  private static OpticalFilter filter(double offset, double bandwidth, int order) {
    return new OpticalFilter(new OpticalFilter.SuperGaussian(order), offset, bandwidth);
  }
}
