package org.lightpath.photonic.core.statistics;

/** The standard normal distribution. */
public final class NormalDistribution {
  private static final double SERIES_LIMIT = 4;
  private static final int FRACTION_DEPTH = 60;

  private NormalDistribution() {}

  /** Density e^(−z²/2)/√(2π). */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * Probability of a value up to z, to about 1e-15: the series ½ + φ(z)(z + z³/3 + z⁵/15 + …) near
   * zero, the continued fraction φ(z)/(z + 1/(z + 2/(z + …))) of the tail beyond.
   */
  public static double cumulative(double z) {
    if (Math.abs(z) > SERIES_LIMIT) {
      double tail = tail(Math.abs(z));
      return z > 0 ? 1 - tail : tail;
    }
    double term = z;
    double sum = z;
    for (int i = 3; Math.abs(term) > 1e-18; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }

  private static double tail(double z) {
    double fraction = z;
    for (int i = FRACTION_DEPTH; i >= 1; i--) {
      fraction = z + i / fraction;
    }
    return density(z) / fraction;
  }
}
