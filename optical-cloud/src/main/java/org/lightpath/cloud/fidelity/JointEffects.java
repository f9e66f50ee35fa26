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

  /** Converter and memory of the right operand. */
  StreamMemory streamMemory() {
    return new StreamMemory(memory, levels);
  }
}
