package org.lightpath.photonic.device;

/**
 * What numbers the words of a converter become behind a Mach–Zehnder modulator.
 *
 * <p>Word k of b bits is meant for x_k = −1 + 2u (field) or x_k = u (intensity), u = k/(2^b − 1).
 * The converter has 2^b voltages, uniform over the full swing.
 *
 * <ul>
 *   <li>Not pre-distorted: word k goes to voltage k as it is, and the modulator's cosine bends the
 *       scale: sin(πx_k/2) for the field, sin²(πu/2) for the intensity.
 *   <li>Pre-distorted: a table sends word k to the voltage nearest to V = (2V_π/π)·acos(x_k)
 *       (intensity: acos √x_k). The scale is straight up to half a voltage step, which is coarse
 *       where the cosine is steep and leaves some voltages unused where it is flat.
 * </ul>
 */
public final class EncodingTable {
  private EncodingTable() {}

  /**
   * Encoded number of every word, from the lowest to the highest.
   *
   * @param bits b, 1 to 16
   * @param encoding field: [−1, 1]; intensity: [0, 1], the floor 1/ER left out
   * @param preDistorted whether the table is there
   * @throws IllegalArgumentException if b is out of range
   */
  public static double[] levels(int bits, Encoding encoding, boolean preDistorted) {
    if (bits < 1 || bits > 16) {
      throw new IllegalArgumentException("converter has %d bits, expected 1 to 16".formatted(bits));
    }
    int last = (1 << bits) - 1;
    double[] levels = new double[last + 1];
    for (int k = 0; k <= last; k++) {
      double step = preDistorted ? nearestStep((double) k / last, encoding, last) : last - k;
      levels[k] = decode(step, last, encoding);
    }
    return levels;
  }

  /** Index of the voltage, counted from the maximum of transmission, nearest to the wanted one. */
  private static double nearestStep(double u, Encoding encoding, int last) {
    double half =
        encoding == Encoding.FIELD
            ? Math.acos(2 * u - 1) / Math.PI
            : Math.acos(Math.sqrt(u)) * 2 / Math.PI;
    return Math.rint(half * last);
  }

  /** Number at a voltage, given by its index from the maximum of transmission. */
  private static double decode(double step, int last, Encoding encoding) {
    // Sines of differences of integers keep the table antisymmetric to the last bit, its ends
    // exact.
    if (encoding == Encoding.FIELD) {
      return Math.sin(Math.PI / 2 * ((last - 2 * step) / last));
    }
    double field = Math.sin(Math.PI / 2 * ((last - step) / last));
    return field * field;
  }
}
