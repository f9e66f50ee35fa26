package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.LevelTable;

/** Memory on the host against its formula, element by element. */
class StreamMemoryTest {
  private static final List<Double> TAPS = List.of(0.01, -0.02, 1.0, 0.03, 0.04);
  private static final LevelTable LEVELS = LevelTable.uniform(16);

  /** Σ_l c_l level(w_{k+l}) in the order of l, in single precision as the host has it. */
  private static float expected(float[] values, int at, int k, int inner, int step) {
    float sum = 0;
    for (int l = -2; l <= 2; l++) {
      if (k + l >= 0 && k + l < inner) {
        double value = Math.clamp(values[at + l * step], -1f, 1f);
        sum += TAPS.get(l + 2).floatValue() * (float) LEVELS.emitted(value);
      }
    }
    return sum;
  }

  @Test
  void everyStreamHasItsOwnNeighboursInEitherLayout() {
    // Widths around a block of columns; sums shorter than the memory.
    for (int[] extents : new int[][] {{1, 1}, {3, 2}, {511, 7}, {513, 40}, {1300, 3}}) {
      int columns = extents[0];
      int inner = extents[1];
      int matrices = 2;
      float[] values = new float[matrices * columns * inner];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (1.2 * Math.sin(i * 1.7));
      }
      for (boolean transposed : new boolean[] {false, true}) {
        float[] result = new float[values.length + 3];
        new StreamMemory(TAPS, LEVELS)
            .apply(
                values,
                result,
                new StreamMemory.Extents(columns, inner, transposed),
                values.length);
        for (int i = 0; i < values.length; i++) {
          int k = transposed ? i % inner : i / columns % inner;
          float wanted = expected(values, i, k, inner, transposed ? 1 : columns);
          assertThat(result[i]).as("%d x %d, %d", columns, inner, i).isEqualTo(wanted);
        }
        assertThat(result).endsWith(0f, 0f, 0f);
      }
    }
  }

  @Test
  void withoutConverterValuesAreClippedAlone() {
    float[] result = new float[3];
    new StreamMemory(List.of(0.0, 1.0, 0.5), LevelTable.exact())
        .apply(new float[] {0.25f, -3, 0.5f}, result, new StreamMemory.Extents(1, 3, false), 3);
    assertThat(result).containsExactly(0.25f - 0.5f, -1 + 0.25f, 0.5f);
  }
}
