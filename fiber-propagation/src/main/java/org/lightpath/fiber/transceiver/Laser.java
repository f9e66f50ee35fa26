package org.lightpath.fiber.transceiver;

/**
 * The light source of each channel; both polarisations of a channel share it.
 *
 * <p>Phase noise is a Wiener process of variance 2πΔν·dt per sample, tied so that it closes over
 * the periodic window (a Brownian bridge): an untied walk would leave a phase jump at the window's
 * end. The receiver's local oscillator is ideal, so Δν stands for the sum of both linewidths; noise
 * enhancement by dispersion compensation of local-oscillator noise is not modelled.
 *
 * @param linewidth Δν [Hz], Lorentzian full width at half maximum; 0 for none
 * @param frequencyOffset [Hz] added to every channel's frequency, rounded to the nearest bin of the
 *     window; the receiver does not know it
 */
public record Laser(double linewidth, double frequencyOffset) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the linewidth is negative or a number is not finite
   */
  public Laser {
    if (!(linewidth >= 0) || Double.isInfinite(linewidth)) {
      throw new IllegalArgumentException(
          "laser: linewidth is %s Hz, expected 0 or a positive number".formatted(linewidth));
    }
    if (!Double.isFinite(frequencyOffset)) {
      throw new IllegalArgumentException(
          "laser: frequency offset is %s Hz, expected a finite number".formatted(frequencyOffset));
    }
  }

  /** No phase noise, no offset. */
  public static Laser ideal() {
    return new Laser(0, 0);
  }
}
