package org.lightpath.fiber.transceiver;

import org.lightpath.fiber.Optics;

/**
 * Counted bit errors and information rates of received symbols.
 *
 * @param bits number of bits compared
 * @param errors number of wrong hard decisions
 * @param gmi generalised mutual information [bit per symbol and polarisation], see {@link
 *     InformationRates}
 * @param mi mutual information [bit per symbol and polarisation], same channel model
 * @param berFromSnr bit error ratio that additive white Gaussian noise of the measured SNR would
 *     give ({@link TheoreticalBer}); not counted
 */
public record BitQuality(long bits, long errors, double gmi, double mi, double berFromSnr) {
  /** 95 % of the normal distribution lie below this many standard deviations. */
  private static final double ONE_SIDED_95 = 1.6448536269514722;

  /** Counted bit error ratio: errors/bits. */
  public double ber() {
    return (double) errors / bits;
  }

  /**
   * Upper end of the one-sided 95 % confidence interval of the bit error ratio, for independent
   * errors: 3/bits if none was counted (1 − (1 − p)^n = 0.95), else Wilson's score limit.
   */
  public double berUpperBound() {
    if (errors == 0) {
      return 3.0 / bits;
    }
    double z2 = ONE_SIDED_95 * ONE_SIDED_95;
    double p = ber();
    double spread = ONE_SIDED_95 * Math.sqrt(p * (1 - p) / bits + z2 / (4.0 * bits * bits));
    return (p + z2 / (2 * bits) + spread) / (1 + z2 / bits);
  }

  /**
   * Q factor [dB] of the counted bit error ratio: 20·log₁₀(√2·erfc⁻¹(2·BER)); infinite if no error
   * was counted, see {@link #qLowerBoundDecibels()}; NaN from a BER of one half on.
   */
  public double qDecibels() {
    return qDecibels(ber());
  }

  /** Q factor [dB] of {@link #berUpperBound()}: the true one is larger with 95 % confidence. */
  public double qLowerBoundDecibels() {
    return qDecibels(berUpperBound());
  }

  /** Q factor [dB] of {@link #berFromSnr()}. */
  public double qFromSnrDecibels() {
    return qDecibels(berFromSnr);
  }

  /** Both together: bits and errors add, rates are averaged by bits. */
  public BitQuality plus(BitQuality other) {
    double total = (double) bits + other.bits;
    double mine = bits / total;
    double theirs = other.bits / total;
    return new BitQuality(
        bits + other.bits,
        errors + other.errors,
        mine * gmi + theirs * other.gmi,
        mine * mi + theirs * other.mi,
        mine * berFromSnr + theirs * other.berFromSnr);
  }

  private static double qDecibels(double ber) {
    if (ber >= 0.5 || Double.isNaN(ber)) {
      return Double.NaN;
    }
    return ber == 0
        ? Double.POSITIVE_INFINITY
        : 2 * Optics.toDecibels(Math.sqrt(2) * ErrorFunction.inverseErfc(2 * ber));
  }
}
