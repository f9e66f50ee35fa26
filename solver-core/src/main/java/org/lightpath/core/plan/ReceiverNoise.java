package org.lightpath.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * Noise of a receiver: one draw for each readout, exact in distribution, because sums of Poisson
 * numbers are Poisson and sums of normals are normal.
 *
 * <pre>
 * shot     v_s = c_A Σ_k a_ik² + c_B Σ_k b_kj² + c Σ_k |a_ik|^p w_kj
 * other    v_g = c₀ + c_y y²
 * normal   z = y + √(v_s + v_g) n
 * counted  z = (P(μ₊) − P(μ₋))/q + √v_g n,   μ± = max(0, (q² v_s ± q y)/2)
 * </pre>
 *
 * n is the first {@link org.lightpath.core.random.Philox#complexNormal normal} of (seed, stream,
 * sample of the run, index ((window · batch + b) M + i) N + j); P(μ₊) and P(μ₋) are {@link
 * org.lightpath.core.random.Poisson} numbers of the streams next to it.
 *
 * @param constant c₀ for each readout: thermal noise
 * @param left c_A
 * @param right c_B
 * @param output c_y: relative intensity noise that all terms share
 * @param product the second product, or null for none
 * @param counts q, photoelectrons for each unit of y; 0 for normal shot noise
 * @param seed of the draws
 * @param stream names the source of noise; the two streams after it are taken too
 */
public record ReceiverNoise(
    double constant,
    double left,
    double right,
    double output,
    @Nullable ProductVariance product,
    double counts,
    long seed,
    int stream) {
  /** None. */
  public static final ReceiverNoise NONE = new ReceiverNoise(0, 0, 0, 0, null, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public ReceiverNoise {
    if (!(constant >= 0 && left >= 0 && right >= 0 && output >= 0 && counts >= 0)
        || !Double.isFinite(constant + left + right + output + counts)) {
      throw new IllegalArgumentException(
          ("receiver noise: constant %s, left %s, right %s, output %s, counts %s:"
                  + " expected finite numbers of at least 0")
              .formatted(constant, left, right, output, counts));
    }
  }

  /** Normal noise of fixed variance. */
  public static ReceiverNoise constant(double variance, long seed, int stream) {
    return new ReceiverNoise(variance, 0, 0, 0, null, 0, seed, stream);
  }

  /** Whether anything is drawn. */
  public boolean isPresent() {
    return constant > 0 || left > 0 || right > 0 || output > 0 || product != null || counts > 0;
  }
}
