package org.lightpath.cloud.fidelity;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.plan.LevelTable;

/**
 * Converter and memory of a stream on the host: w′_k = Σ_l c_l level(w_{k+l}), l = −n … n, dark
 * beyond the ends. One pass over the values, on all threads; a result does not depend on their
 * number.
 */
final class StreamMemory {
  /** Columns that go along K together: with their neighbours they stay in a core's first cache. */
  private static final int BLOCK = 512;

  /** Values that are worth a thread of their own. */
  private static final int GRAIN = 1 << 14;

  private final float[] taps;
  private final float[] levels;
  private final double half;

  StreamMemory(List<Double> memory, LevelTable table) {
    this.taps = new float[memory.size()];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = memory.get(i).floatValue();
    }
    this.levels = new float[table.words()];
    for (int word = 0; word < levels.length; word++) {
      levels[word] = (float) table.level(word);
    }
    this.half = (levels.length - 1) / 2.0;
  }

  /**
   * Applies both.
   *
   * @param values matrices in their layout, [K, N] or transposed [N, K], in units of the full scale
   * @param result of the same layout, overwritten
   * @param extents of one matrix
   * @param length of all matrices together
   */
  void apply(float[] values, float[] result, Extents extents, int length) {
    int columns = extents.columns;
    int inner = extents.inner;
    int matrices = length / (columns * inner);
    if (extents.transposed) {
      Parallel.ranges(
          matrices * columns,
          Math.max(1, GRAIN / inner),
          (from, to) -> {
            float[] emitted = new float[inner];
            for (int row = from; row < to; row++) {
              along(values, result, row * inner, emitted);
            }
          });
      return;
    }
    int blocks = Math.ceilDiv(columns, BLOCK);
    Parallel.ranges(
        matrices * blocks,
        Math.max(1, GRAIN / (BLOCK * inner)),
        (from, to) -> {
          float[][] window = new float[taps.length][Math.min(BLOCK, columns)];
          for (int item = from; item < to; item++) {
            int first = item % blocks * BLOCK;
            Block block =
                new Block(
                    item / blocks * inner * columns + first, Math.min(BLOCK, columns - first));
            across(values, result, extents, block, window);
          }
        });
  }

  /**
   * Extents of a matrix.
   *
   * @param columns N
   * @param inner K
   * @param transposed whether K is contiguous
   */
  record Extents(int columns, int inner, boolean transposed) {}

  /** Columns of a matrix: where the first row of them begins, and how many they are. */
  private record Block(int start, int width) {}

  /** One stream whose symbols lie side by side. */
  private void along(float[] values, float[] result, int start, float[] emitted) {
    int inner = emitted.length;
    emit(values, start, emitted, inner);
    Arrays.fill(result, start, start + inner, 0);
    int reach = taps.length / 2;
    for (int l = -reach; l <= reach; l++) {
      float c = taps[l + reach];
      int end = Math.min(inner, inner - l);
      for (int k = Math.max(0, -l); k < end; k++) {
        result[start + k] += c * emitted[k + l];
      }
    }
  }

  /**
   * Some streams that lie side by side, symbol after symbol; the window holds what they emitted.
   */
  private void across(
      float[] values, float[] result, Extents extents, Block block, float[][] window) {
    int reach = taps.length / 2;
    int inner = extents.inner;
    for (int k = -reach; k < inner; k++) {
      int next = k + reach;
      if (next < inner) {
        emit(values, block.start + next * extents.columns, window[next % taps.length], block.width);
      }
      if (k >= 0) {
        int to = block.start + k * extents.columns;
        Arrays.fill(result, to, to + block.width, 0);
        int last = Math.min(reach, inner - 1 - k);
        for (int l = Math.max(-reach, -k); l <= last; l++) {
          add(taps[l + reach], window[(k + l) % taps.length], result, to, block.width);
        }
      }
    }
  }

  private static void add(float factor, float[] from, float[] to, int start, int length) {
    for (int j = 0; j < length; j++) {
      to[start + j] += factor * from[j];
    }
  }

  private void emit(float[] values, int start, float[] emitted, int length) {
    if (levels.length == 0) {
      for (int j = 0; j < length; j++) {
        emitted[j] = Math.clamp(values[start + j], -1f, 1f);
      }
      return;
    }
    for (int j = 0; j < length; j++) {
      float value = Math.clamp(values[start + j], -1f, 1f);
      emitted[j] = Float.isNaN(value) ? value : levels[(int) (value * half + (half + 0.5))];
    }
  }
}
