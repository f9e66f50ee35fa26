package org.lightpath.core.random;

/**
 * Poisson numbers, exact in distribution for any mean: inversion by sequential search below a mean
 * of 10, transformed rejection above (Hörmann, "The transformed rejection method for generating
 * Poisson random variables", Insurance: Mathematics and Economics 12 (1993), algorithm PTRS).
 *
 * <p>Attempt t takes the words of (seed, stream, substream, element + t·2⁴⁸): two for each of its
 * two uniforms, so a draw is a pure function of its counter like all others.
 */
public final class Poisson {
  private static final double SMALL = 10;
  private static final int ATTEMPT_SHIFT = 48;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private Poisson() {}

  /**
   * A Poisson number.
   *
   * @param mean μ ≥ 0
   * @param words scratch of four words
   */
  public static double draw(
      double mean, long seed, int stream, int substream, long element, int[] words) {
    if (mean <= 0) {
      return 0;
    }
    if (!(mean < Double.POSITIVE_INFINITY)) {
      return mean; // no attempt would ever be accepted, and what is not a number must stay visible
    }
    if (mean < SMALL) {
      Philox.words(seed, stream, substream, element, words);
      return search(mean, uniform(words[0], words[1]));
    }
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    for (long attempt = 0; ; attempt++) {
      Philox.words(seed, stream, substream, element + (attempt << ATTEMPT_SHIFT), words);
      double u = uniform(words[0], words[1]) - 0.5;
      double v = uniform(words[2], words[3]);
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      if (k >= 0
          && (us >= 0.013 || v <= us)
          && Math.log(v * inverseAlpha / (a / (us * us) + b)) <= logProbability(k, mean)) {
        return k;
      }
    }
  }

  /** The smallest k whose cumulative probability reaches u. */
  private static double search(double mean, double u) {
    double p = Math.exp(-mean);
    double rest = u - p;
    int k = 0;
    while (rest > 0 && p > 0) {
      k++;
      p *= mean / k;
      rest -= p;
    }
    return k;
  }

  /** ln(e^−μ μ^k / k!), by Stirling's series around μ so that large terms do not cancel. */
  static double logProbability(double k, double mean) {
    if (k < SMALL) {
      double logFactorial = 0;
      for (int i = 2; i <= k; i++) {
        logFactorial += Math.log(i);
      }
      return k * Math.log(mean) - mean - logFactorial;
    }
    double inverse = 1 / k;
    double series =
        inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
    double distance = k - mean;
    return distance
        - k * Math.log1p(distance / mean)
        - HALF_LOG_TWO_PI
        - 0.5 * Math.log(k)
        - series;
  }

  /** Uniform number in (0, 1) from two words, with all 53 bits. */
  private static double uniform(int high, int low) {
    return ((high & 0xFFFFFFFFL) + Philox.uniform(low)) * 0x1p-32;
  }
}
