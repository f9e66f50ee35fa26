package org.lightpath.core.plan;

/**
 * Noise of an operand: drawn once for each of its values, so that all products with that value see
 * the same sample.
 *
 * <p>e = (t (1 + σ_r n₁) + σ_a n₂) cos(φ₀ + σ_φ n₃). n₁ and n₂ are the {@link
 * org.lightpath.core.random.Philox#complexNormal normals} of words 0 and 1, n₃ the first normal of
 * words 2 and 3, of (seed, stream, sample of the run, index of the value in the operand's own
 * layout (batch, row, column) before any transposition: (b, i, k) for A and (b, k, j) for B).
 *
 * @param relative σ_r, for instance of relative intensity noise
 * @param additive σ_a, in units of the full scale
 * @param phaseOffset φ₀ [rad], static error between operand and its counterpart
 * @param phase σ_φ [rad], residual phase noise of each symbol
 * @param seed of the draws
 * @param stream names the source of noise
 */
public record OperandNoise(
    double relative, double additive, double phaseOffset, double phase, long seed, int stream) {
  /** None. */
  public static final OperandNoise NONE = new OperandNoise(0, 0, 0, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a deviation is negative or a number is not finite
   */
  public OperandNoise {
    if (!(relative >= 0 && additive >= 0 && phase >= 0)
        || !Double.isFinite(relative + additive + phase + phaseOffset)) {
      throw new IllegalArgumentException(
          ("operand noise: relative %s, additive %s, phase %s rad, offset %s rad:"
                  + " expected finite numbers, deviations of at least 0")
              .formatted(relative, additive, phase, phaseOffset));
    }
  }

  /** Whether anything random is drawn. */
  public boolean isRandom() {
    return relative > 0 || additive > 0 || phase > 0;
  }
}
