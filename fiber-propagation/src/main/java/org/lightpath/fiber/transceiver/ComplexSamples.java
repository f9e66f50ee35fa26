package org.lightpath.fiber.transceiver;

/** Immutable row of complex numbers: symbols, constellation points, an eye trace. */
public final class ComplexSamples {
  private final double[] re;
  private final double[] im;

  /**
   * Copies the numbers.
   *
   * @param re real parts
   * @param im imaginary parts, as many
   * @throws IllegalArgumentException if the lengths differ
   */
  public ComplexSamples(double[] re, double[] im) {
    if (re.length != im.length) {
      throw new IllegalArgumentException(
          "complex samples: %d real and %d imaginary parts, expected as many"
              .formatted(re.length, im.length));
    }
    this.re = re.clone();
    this.im = im.clone();
  }

  /** How many. */
  public int size() {
    return re.length;
  }

  /** Real part of one. */
  public double re(int index) {
    return re[index];
  }

  /** Imaginary part of one. */
  public double im(int index) {
    return im[index];
  }

  /** Σ|x|². */
  public double energy() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < re.length; i++) {
      sum.add(re[i] * re[i] + im[i] * im[i]);
    }
    return sum.value();
  }

  /** At most {@code limit} samples, taken evenly. */
  ComplexSamples decimated(int limit) {
    int count = Math.min(limit, size());
    double[] keptRe = new double[count];
    double[] keptIm = new double[count];
    for (int i = 0; i < count; i++) {
      int source = (int) ((long) i * size() / count);
      keptRe[i] = re[source];
      keptIm[i] = im[source];
    }
    return new ComplexSamples(keptRe, keptIm);
  }
}
