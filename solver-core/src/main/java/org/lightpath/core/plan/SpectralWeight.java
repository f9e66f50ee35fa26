package org.lightpath.core.plan;

import java.util.Arrays;
import org.lightpath.core.fft.SmoothLength;

/** A real factor s(ω_k) for each frequency bin, in the order of the transform's bins. */
public final class SpectralWeight {
  private final double[] values;

  private SpectralWeight(double[] values) {
    this.values = values;
  }

  /**
   * A weight for each bin.
   *
   * @param values s(ω_k), dimensionless, length N
   * @throws IllegalArgumentException if the length is not 2^a 3^b 5^c 7^d or a value is not finite
   */
  public static SpectralWeight of(double... values) {
    SmoothLength.require(values.length);
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        throw new IllegalArgumentException(
            "spectral weight: bin %d is %s, expected a finite number".formatted(k, values[k]));
      }
    }
    return new SpectralWeight(values.clone());
  }

  /** The weight 1 at each of N bins. */
  public static SpectralWeight ones(int bins) {
    double[] ones = new double[bins];
    Arrays.fill(ones, 1);
    return of(ones);
  }

  /** Frequency bins N. */
  public int bins() {
    return values.length;
  }

  /** s at a bin. */
  public double value(int bin) {
    return values[bin];
  }
}
