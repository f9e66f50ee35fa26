package org.lightpath.fiber.transceiver;

/**
 * Information rates [bit per symbol] of received symbols under a Gaussian auxiliary channel q(y|x)
 * ∝ exp(−|y − x|²/σ²), exact sums over all points of the constellation.
 *
 * <p>GMI = m + (1/S) Σ_k Σ_{i=1}^m log₂( Σ_{x ∈ X(i, b_{k,i})} q(y_k|x) / Σ_x q(y_k|x) ):
 * bit-metric decoding, X(i, b) being the points whose bit i is b (Alvarado et al., J. Lightwave
 * Technol. 36:424, 2018). MI = m + (1/S) Σ_k log₂( q(y_k|x_k) / Σ_x q(y_k|x) ).
 *
 * @param gmi GMI
 * @param mi MI
 */
public record InformationRates(double gmi, double mi) {
  /**
   * Estimates both rates.
   *
   * @param constellation of the symbols, equally likely
   * @param labels label of each sent symbol
   * @param received y, scaled so that y = x + n
   * @param noiseVariance σ² = E|n|², both quadratures
   */
  public static InformationRates of(
      Constellation constellation, int[] labels, ComplexSamples received, double noiseVariance) {
    int bits = constellation.bitsPerSymbol();
    if (noiseVariance == 0) {
      return new InformationRates(bits, bits); // the limit: every q but one vanishes
    }
    double[] exponents = new double[constellation.size()];
    double gmi = 0;
    double mi = 0;
    for (int k = 0; k < labels.length; k++) {
      fill(exponents, constellation, received.re(k), received.im(k), noiseVariance);
      double all = logSumExp(exponents, 0, 0);
      mi += exponents[labels[k]] - all;
      for (int bit = 1; bit < exponents.length; bit <<= 1) {
        gmi += logSumExp(exponents, bit, labels[k] & bit) - all;
      }
    }
    double perSymbol = 1 / (labels.length * Math.log(2));
    return new InformationRates(bits + gmi * perSymbol, bits + mi * perSymbol);
  }

  private static void fill(
      double[] exponents, Constellation constellation, double re, double im, double variance) {
    for (int label = 0; label < exponents.length; label++) {
      double x = re - constellation.re(label);
      double y = im - constellation.im(label);
      exponents[label] = -(x * x + y * y) / variance;
    }
  }

  /** ln Σ e^a over the labels with {@code (label & mask) == value}. */
  private static double logSumExp(double[] exponents, int mask, int value) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < exponents.length; label++) {
      if ((label & mask) == value) {
        largest = Math.max(largest, exponents[label]);
      }
    }
    double sum = 0;
    for (int label = 0; label < exponents.length; label++) {
      if ((label & mask) == value) {
        sum += Math.exp(exponents[label] - largest);
      }
    }
    return largest + Math.log(sum);
  }
}
