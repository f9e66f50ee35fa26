package org.lightpath.core.plan;

import org.lightpath.core.fft.SmoothLength;

/** Complex amplitude transfer H(ω_k) in the order of the transform's bins. */
public final class TransferFunction {
  private final double[] re;
  private final double[] im;

  private TransferFunction(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  /**
   * A transfer function from its real and imaginary parts.
   *
   * @throws IllegalArgumentException if the lengths differ, the length is not 2^a 3^b 5^c 7^d, or a
   *     value is not finite
   */
  public static TransferFunction of(double[] re, double[] im) {
    if (re.length != im.length) {
      throw new IllegalArgumentException(
          "transfer function: %d real and %d imaginary parts".formatted(re.length, im.length));
    }
    SmoothLength.require(re.length);
    for (int k = 0; k < re.length; k++) {
      if (!Double.isFinite(re[k]) || !Double.isFinite(im[k])) {
        throw new IllegalArgumentException(
            "transfer function: bin %d is (%s, %s), expected finite numbers"
                .formatted(k, re[k], im[k]));
      }
    }
    return new TransferFunction(re.clone(), im.clone());
  }

  /** Frequency bins N. */
  public int bins() {
    return re.length;
  }

  /** Real part at a bin. */
  public double re(int bin) {
    return re[bin];
  }

  /** Imaginary part at a bin. */
  public double im(int bin) {
    return im[bin];
  }
}
