package org.lightpath.fiber.transceiver;

/** Exact bit error ratio of Gray-labelled square QAM in additive white Gaussian noise. */
public final class TheoreticalBer {
  private TheoreticalBer() {}

  /**
   * Sums, over the sent and the decided level of one quadrature, the probability of the decision
   * times the number of bits in which the Gray labels differ (Cho and Yoon, IEEE Trans. Commun.
   * 50:1034, 2002, give the same sum in closed form).
   *
   * @param constellation square QAM of unit energy
   * @param snr E|x|²/E|n|², linear; n has E|n|²/2 in each quadrature
   */
  public static double of(Constellation constellation, double snr) {
    int levels = constellation.levels();
    double half = constellation.minimumDistance() / 2;
    double deviation = Math.sqrt(1 / (2 * snr));
    double sum = 0;
    for (int sent = 0; sent < levels; sent++) {
      for (int decided = 0; decided < levels; decided++) {
        int wrong = Integer.bitCount(Constellation.gray(sent) ^ Constellation.gray(decided));
        sum += wrong * probability(sent, decided, levels, half / deviation);
      }
    }
    return sum / (levels * (constellation.bitsPerSymbol() / 2.0));
  }

  /** Probability that the noise carries level {@code sent} into the region of {@code decided}. */
  private static double probability(int sent, int decided, int levels, double halfInDeviations) {
    if (sent == decided) {
      return 0; // no bit differs, so its weight is nothing
    }
    int distance = Math.abs(decided - sent);
    double near = tail((2 * distance - 1) * halfInDeviations);
    boolean outermost = decided == (decided > sent ? levels - 1 : 0);
    return outermost ? near : near - tail((2 * distance + 1) * halfInDeviations);
  }

  /** P(n &gt; x) of a standard normal. */
  private static double tail(double x) {
    return ErrorFunction.erfc(x / Math.sqrt(2)) / 2;
  }
}
