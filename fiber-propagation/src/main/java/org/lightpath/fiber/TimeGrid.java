package org.lightpath.fiber;

import org.lightpath.core.fft.SmoothLength;

/**
 * Uniform time window and its frequency bins.
 *
 * <p>t_n = (n − N/2)·dt for 0 ≤ n &lt; N; f_k = k/(N·dt) for k &lt; N/2, else (k − N)/(N·dt).
 * Frequencies are relative to the carrier; positive means higher optical frequency.
 *
 * @param samples N = 2^a 3^b 5^c 7^d
 * @param spacing dt [s]
 */
public record TimeGrid(int samples, double spacing) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if N is not 2^a 3^b 5^c 7^d or dt is not positive
   */
  public TimeGrid {
    SmoothLength.require(samples);
    if (!(spacing > 0) || Double.isInfinite(spacing)) {
      throw new IllegalArgumentException(
          "time grid: spacing is %s s, expected a positive number".formatted(spacing));
    }
  }

  /** A grid of N samples over a window of T [s]. */
  public static TimeGrid overWindow(int samples, double window) {
    return new TimeGrid(samples, window / samples);
  }

  /** Window T = N·dt [s]; the field is periodic in it. */
  public double window() {
    return samples * spacing;
  }

  /** Simulated bandwidth B = 1/dt [Hz], from −B/2 to B/2. */
  public double bandwidth() {
    return 1 / spacing;
  }

  /** Time t_n [s] of a sample. */
  public double time(int sample) {
    return (sample - samples / 2) * spacing;
  }

  /** Frequency f_k [Hz] of a bin, relative to the carrier. */
  public double frequency(int bin) {
    int signed = 2 * bin < samples ? bin : bin - samples;
    return signed / (samples * spacing);
  }

  /** Angular frequency ω_k = 2πf_k [rad/s] of a bin. */
  public double angularFrequency(int bin) {
    return 2 * Math.PI * frequency(bin);
  }
}
