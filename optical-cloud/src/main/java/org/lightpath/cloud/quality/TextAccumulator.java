package org.lightpath.cloud.quality;

/** Gathers {@link TextStatistics} over blocks of logits, in double precision. */
public final class TextAccumulator {
  private final int vocabulary;
  private long positions;
  private double entropyDigital;
  private double entropyOptical;
  private double divergence;
  private long agreed;
  private long right;

  /**
   * Nothing yet.
   *
   * @param vocabulary number of tokens
   */
  public TextAccumulator(int vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Adds positions.
   *
   * @param digital logits of the digital run, (positions, vocabulary)
   * @param optical logits of the optical run, as the digital ones
   * @param targets the tokens that follow in the text, one a position
   * @throws IllegalArgumentException if the extents do not fit, a logit is not a number, or a
   *     target is outside the vocabulary
   */
  public void add(float[] digital, float[] optical, int[] targets) {
    PairedArrays.requireSameLength("logits", digital, optical);
    int rows = PairedArrays.rows("logits", digital, vocabulary);
    if (rows != targets.length) {
      throw new IllegalArgumentException(
          "logits of %d positions, %d targets".formatted(rows, targets.length));
    }
    double[] p = new double[vocabulary];
    double[] q = new double[vocabulary];
    for (int row = 0; row < rows; row++) {
      requireToken(targets[row]);
      int start = row * vocabulary;
      int bestDigital = Classes.largest(digital, start, vocabulary);
      int bestOptical = Classes.largest(optical, start, vocabulary);
      logSoftmax(digital, start, bestDigital, p);
      logSoftmax(optical, start, bestOptical, q);
      entropyDigital -= p[targets[row]];
      entropyOptical -= q[targets[row]];
      divergence += divergence(p, q);
      agreed += bestDigital == bestOptical ? 1 : 0;
      right += bestOptical == targets[row] ? 1 : 0;
    }
    positions += rows;
  }

  private void requireToken(int token) {
    if (token < 0 || token >= vocabulary) {
      throw new IllegalArgumentException(
          "target %d, expected a token from 0 to %d".formatted(token, vocabulary - 1));
    }
  }

  /** Logarithm of the softmax, the largest logit taken out so that nothing overflows. */
  private static void logSoftmax(float[] logits, int start, int best, double[] logs) {
    double largest = logits[start + best];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logits[start + i] - largest;
      sum += Math.exp(logs[i]);
    }
    double log = Math.log(sum);
    for (int i = 0; i < logs.length; i++) {
      logs[i] -= log;
    }
  }

  private static double divergence(double[] logP, double[] logQ) {
    double sum = 0;
    for (int i = 0; i < logP.length; i++) {
      double p = Math.exp(logP[i]);
      if (p > 0) { // p ln p → 0 for a token masked out
        sum += p * (logP[i] - logQ[i]);
      }
    }
    return sum;
  }

  /**
   * Adds what another gathered; that one stays as it is.
   *
   * @throws IllegalArgumentException if its vocabulary has another size
   */
  public void merge(TextAccumulator other) {
    if (other.vocabulary != vocabulary) {
      throw new IllegalArgumentException(
          "vocabularies of %d and %d tokens".formatted(vocabulary, other.vocabulary));
    }
    positions += other.positions;
    entropyDigital += other.entropyDigital;
    entropyOptical += other.entropyOptical;
    divergence += other.divergence;
    agreed += other.agreed;
    right += other.right;
  }

  /**
   * The statistics so far.
   *
   * @throws IllegalStateException if nothing was added
   */
  public TextStatistics statistics() {
    if (positions == 0) {
      throw new IllegalStateException("text statistics: no positions were added");
    }
    double n = positions;
    return new TextStatistics(
        positions, entropyDigital / n, entropyOptical / n, divergence / n, agreed / n, right / n);
  }
}
