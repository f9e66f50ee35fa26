package org.lightpath.datasets.waveform;

/**
 * An envelope given as samples at equal or unequal, ascending times.
 *
 * @param name where it comes from, for messages
 * @param time [s], ascending
 * @param re real parts [√W]
 * @param im imaginary parts [√W]
 */
@SuppressWarnings("ArrayRecordComponent") // handed over from the reader, never compared
public record SampledWaveform(String name, double[] time, double[] re, double[] im) {
  /**
   * The envelope at the times (n − N/2)·dt, with 0 where nothing is given: samples at the same
   * times are taken as they are, others are interpolated linearly in re and im.
   *
   * @param samples N
   * @param spacing dt [s]
   * @return real parts and imaginary parts
   * @throws IllegalArgumentException if light is given outside the window
   */
  public double[][] on(int samples, double spacing) {
    double first = -(samples / 2) * spacing;
    double last = first + (samples - 1) * spacing;
    for (int i = 0; i < time.length; i++) {
      boolean outside = time[i] < first - spacing / 2 || time[i] > last + spacing / 2;
      if (outside && (re[i] != 0 || im[i] != 0)) {
        throw new IllegalArgumentException(
            "%s: light at %.6g s, outside the window from %.6g s to %.6g s; use a longer window"
                .formatted(name, time[i], first, last));
      }
    }
    double[][] result = new double[2][samples];
    int at = 0;
    for (int n = 0; n < samples; n++) {
      double t = first + n * spacing;
      while (at + 1 < time.length && time[at + 1] <= t) {
        at++;
      }
      interpolate(at, t, spacing, n, result);
    }
    return result;
  }

  private void interpolate(int at, double t, double spacing, int n, double[][] result) {
    // A hundred-thousandth of a sample is the rounding of printed times.
    double tolerance = 1e-5 * spacing;
    if (t < time[0] - tolerance || t > time[time.length - 1] + tolerance) {
      return;
    }
    if (at + 1 == time.length || Math.abs(t - time[at]) <= tolerance) {
      result[0][n] = re[at];
      result[1][n] = im[at];
      return;
    }
    double share = Math.max(0, (t - time[at]) / (time[at + 1] - time[at]));
    result[0][n] = re[at] + share * (re[at + 1] - re[at]);
    result[1][n] = im[at] + share * (im[at + 1] - im[at]);
  }
}
