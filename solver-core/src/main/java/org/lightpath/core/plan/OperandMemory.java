package org.lightpath.core.plan;

/**
 * Memory of a stream of symbols along K: each row of A and each column of B is one stream, dark
 * before its first symbol.
 *
 * <p>Finite bandwidth, a single pole: e'[k] = ρ e'[k−1] + (1 − ρ) e[k]. Timing skew against the
 * other stream, δ of a symbol late: s[k] = (1 − δ) e'[k] + δ e'[k−1].
 *
 * @param pole ρ = exp(−2π f₃dB / f_s), in [0, 1)
 * @param skew δ, in [0, 1]
 */
public record OperandMemory(double pole, double skew) {
  /** None. */
  public static final OperandMemory NONE = new OperandMemory(0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public OperandMemory {
    if (!(pole >= 0 && pole < 1 && skew >= 0 && skew <= 1)) {
      throw new IllegalArgumentException(
          "operand memory: pole %s and skew %s, expected [0, 1) and [0, 1]".formatted(pole, skew));
    }
  }

  /** Whether a symbol depends on those before it. */
  public boolean isPresent() {
    return pole > 0 || skew > 0;
  }
}
