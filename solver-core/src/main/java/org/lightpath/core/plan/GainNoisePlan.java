package org.lightpath.core.plan;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Amplification with additive white circular Gaussian noise: A ← g A + σ (n₁ + j n₂).
 *
 * <p>n₁, n₂ are independent standard normals of {@link
 * org.lightpath.core.random.Philox#complexNormal}, keyed by the seed of the field, {@code stream},
 * the mode and the index of the sample; so the draw does not depend on engine, batch position,
 * precision or thread count.
 *
 * @param shape (batch, mode, time)
 * @param precision of storage and arithmetic
 * @param amplitudeGain g (amplitude, so √ of a power gain)
 * @param noiseDeviation σ [√W] of each quadrature of each mode; 0 for none
 * @param seeds seed of each field: 1 value (shared) or one for each
 * @param stream names the source of noise, for instance the number of the amplifier
 */
public record GainNoisePlan(
    FieldShape shape,
    Precision precision,
    double amplitudeGain,
    double noiseDeviation,
    Seeds seeds,
    int stream)
    implements FieldPlan {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if gain or deviation is negative or not finite, or the number
   *     of seeds is neither 1 nor the batch
   */
  public GainNoisePlan {
    requireNonNegative("amplitude gain", amplitudeGain);
    requireNonNegative("noise deviation [√W]", noiseDeviation);
    if (seeds.size() != 1 && seeds.size() != shape.batch()) {
      throw new IllegalArgumentException(
          "gain plan: %d seeds, expected 1 or one for each of the %d fields"
              .formatted(seeds.size(), shape.batch()));
    }
  }

  private static void requireNonNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "gain plan: %s is %s, expected a finite number of at least 0".formatted(name, value));
    }
  }

  @Override
  public long transforms() {
    return 0;
  }
}
