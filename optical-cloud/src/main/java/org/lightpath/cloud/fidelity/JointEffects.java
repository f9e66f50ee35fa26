package org.lightpath.cloud.fidelity;

import java.util.List;
import java.util.Objects;
import org.lightpath.core.plan.LevelTable;

/**
 * What two streams do together, beside the core's own model: put on the right operand by the host,
 * on the receiver and on the results.
 *
 * <p>y = g Σ_k x_k w′_k with w′_k = Σ_l c_l level(w_{k+l}), l = −n … n, dark beyond the ends.
 *
 * @param gain digital factor g on results, beside the scales
 * @param beatVariance variance of each term of the sum, in units of the full scales
 * @param memory c_l; empty for none
 * @param levels of the right modulator's converter, which come before the memory
 */
public record JointEffects(
    double gain, double beatVariance, List<Double> memory, LevelTable levels) {
  /** None. */
  public static final JointEffects NONE = new JointEffects(1, 0, List.of(), LevelTable.exact());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not finite, the gain is not positive, or memory does
   *     not have a middle
   */
  public JointEffects {
    memory = List.copyOf(memory);
    Objects.requireNonNull(levels);
    double sum = gain + beatVariance + memory.stream().mapToDouble(c -> c).sum();
    if (!(gain > 0 && beatVariance >= 0) || !Double.isFinite(sum)) {
      throw new IllegalArgumentException(
          "core: digital gain %s, variance %s of each term, memory %s: expected finite numbers and a positive gain"
              .formatted(gain, beatVariance, memory));
    }
    if (!memory.isEmpty() && memory.size() % 2 == 0) {
      throw new IllegalArgumentException(
          "core: memory over %d symbols has no middle, expected an odd number"
              .formatted(memory.size()));
    }
  }

  /** Whether the host prepares the right operand. */
  boolean hasMemory() {
    return !memory.isEmpty();
  }

  /**
   * Applies converter and memory along K, in units of the full scale.
   *
   * @param values matrices in their layout, [K, N] or transposed [N, K]
   * @param columns N
   * @param inner K
   */
  float[] remember(float[] values, int columns, int inner, boolean transposed) {
    float[] emitted = emitted(values);
    float[] result = new float[values.length];
    // A step along K: the next number of a column's row, or the next row of all columns.
    int step = transposed ? 1 : columns;
    int length = step * inner;
    int reach = memory.size() / 2;
    for (int from = 0; from < values.length; from += length) {
      for (int l = -reach; l <= reach; l++) {
        float c = memory.get(l + reach).floatValue();
        int shift = l * step;
        int end = from + Math.min(length, length - shift);
        for (int i = from + Math.max(0, -shift); i < end; i++) {
          result[i] += c * emitted[i + shift];
        }
      }
    }
    return result;
  }

  private float[] emitted(float[] values) {
    float[] emitted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      float clipped = Math.clamp(values[i], -1f, 1f);
      emitted[i] = levels.isExact() ? clipped : (float) levels.emitted(clipped);
    }
    return emitted;
  }
}
