package org.lightpath.core.plan;

import java.util.Arrays;

/**
 * What a modulator emits for each word of its driver.
 *
 * <p>A value u in [−1, 1] takes the word ⌊(u + 1)(n − 1)/2 + ½⌋ of n words and becomes the level of
 * that word. Bits, pre-distortion, extinction ratio and the curve of the modulator are all in the
 * table.
 */
public final class LevelTable {
  private static final LevelTable EXACT = new LevelTable(new double[0]);

  private final double[] levels;

  private LevelTable(double[] levels) {
    this.levels = levels;
  }

  /** No driver: a value is emitted as it is. */
  public static LevelTable exact() {
    return EXACT;
  }

  /**
   * Levels of the words 0 … n − 1.
   *
   * @throws IllegalArgumentException if there are fewer than two, or one is not finite
   */
  public static LevelTable of(double... levels) {
    if (levels.length < 2 || !Arrays.stream(levels).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "level table: expected at least two finite levels, got " + levels.length);
    }
    return new LevelTable(levels.clone());
  }

  /** n equidistant levels from −1 to 1; an odd n has a level at zero. */
  public static LevelTable uniform(int n) {
    double[] levels = new double[n];
    for (int i = 0; i < n; i++) {
      levels[i] = (2.0 * i - (n - 1)) / (n - 1);
    }
    return of(levels);
  }

  /** Whether values are emitted as they are. */
  public boolean isExact() {
    return levels.length == 0;
  }

  /** Number of words; 0 if exact. */
  public int words() {
    return levels.length;
  }

  /** Level of a word. */
  public double level(int word) {
    return levels[word];
  }

  /** Level of a value that is within [−1, 1]; what is not a number stays so. */
  public double emitted(double value) {
    if (isExact() || Double.isNaN(value)) {
      return value;
    }
    double half = (levels.length - 1) / 2.0;
    return levels[(int) (value * half + (half + 0.5))];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelTable that && Arrays.equals(levels, that.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }

  @Override
  public String toString() {
    return isExact() ? "exact" : levels.length + " levels";
  }
}
