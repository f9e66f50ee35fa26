package org.lightpath.core.plan;

import java.util.Objects;

/**
 * The way of an operand onto light: v → u = clip(v/s, −1, 1) → level of the table → noise → memory.
 * Values beyond the full scale s of the run are clipped and counted.
 *
 * @param levels what the modulator emits
 * @param noise drawn once for each value
 * @param memory along K
 */
public record OperandEncoding(LevelTable levels, OperandNoise noise, OperandMemory memory) {
  /** Values as they are, without a driver, noise or memory; clipped at the full scale. */
  public static final OperandEncoding EXACT =
      new OperandEncoding(LevelTable.exact(), OperandNoise.NONE, OperandMemory.NONE);

  /** Checks that nothing is missing. */
  public OperandEncoding {
    Objects.requireNonNull(levels);
    Objects.requireNonNull(noise);
    Objects.requireNonNull(memory);
  }

  /** Levels alone. */
  public static OperandEncoding of(LevelTable levels) {
    return new OperandEncoding(levels, OperandNoise.NONE, OperandMemory.NONE);
  }

  /** With other noise. */
  public OperandEncoding withNoise(OperandNoise other) {
    return new OperandEncoding(levels, other, memory);
  }

  /** With other memory. */
  public OperandEncoding withMemory(OperandMemory other) {
    return new OperandEncoding(levels, noise, other);
  }
}
