package org.lightpath.cloud.quality;

/**
 * How well a language model foretells a text, run digitally and optically on the same positions.
 *
 * @param positions tokens foretold
 * @param crossEntropyDigital mean of −ln p(target), digital run [nat]
 * @param crossEntropy the same, optical run [nat]
 * @param klDivergence mean over positions of Σ p ln(p/q), p digital, q optical [nat]
 * @param topOneAgreement share of positions where both runs have the same likeliest token
 * @param topOneAccuracy share of positions where the optical run's likeliest token is the target
 */
public record TextStatistics(
    long positions,
    double crossEntropyDigital,
    double crossEntropy,
    double klDivergence,
    double topOneAgreement,
    double topOneAccuracy) {
  /** e^cross-entropy of the digital run: the number of equally likely tokens that is as hard. */
  public double perplexityDigital() {
    return Math.exp(crossEntropyDigital);
  }

  /** e^cross-entropy of the optical run. */
  public double perplexity() {
    return Math.exp(crossEntropy);
  }
}
