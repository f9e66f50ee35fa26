package org.lightpath.cloud.graph.operator;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.parallel.Parallel;

/**
 * Walks a result row by row together with operands that are broadcast to it. Neighbouring axes
 * along which all operands advance evenly are merged first, so that rows are long.
 */
final class Broadcast {
  /** Elements worth a thread of their own: some ten microseconds of simple arithmetic. */
  static final int GRAIN = 1 << 14;

  private final int[] extents;
  private final int[][] strides;

  /** A row of the result and where the operands' elements for it begin. */
  @FunctionalInterface
  interface RowTask {
    /**
     * Works on a row.
     *
     * @param offsets first element of each operand
     * @param result first element of the result
     * @param length elements of the row
     */
    void row(int[] offsets, int result, int length);
  }

  private Broadcast(int[] result, int[][] all) {
    List<int[]> merged = new ArrayList<>();
    for (int axis = 0; axis < result.length; axis++) {
      if (result[axis] != 1) {
        append(merged, result[axis], axis, all);
      }
    }
    if (merged.isEmpty()) {
      merged.add(new int[all.length + 1]);
      merged.getFirst()[0] = Shapes.elements(result);
    }
    extents = merged.stream().mapToInt(axis -> axis[0]).toArray();
    strides = new int[all.length][extents.length];
    for (int i = 0; i < all.length; i++) {
      for (int axis = 0; axis < extents.length; axis++) {
        strides[i][axis] = merged.get(axis)[i + 1];
      }
    }
  }

  /**
   * Operands repeated along axes of extent 1.
   *
   * @param result extents of the result
   * @param operands extents of the operands
   */
  static Broadcast of(int[] result, int[]... operands) {
    int[][] strides = new int[operands.length][];
    for (int i = 0; i < operands.length; i++) {
      strides[i] = Shapes.broadcastStrides(operands[i], result);
    }
    return new Broadcast(result, strides);
  }

  /**
   * One operand with any strides.
   *
   * @param result extents of the result
   * @param strides steps of the operand along the axes of the result
   */
  static Broadcast strided(int[] result, int... strides) {
    return new Broadcast(result, new int[][] {strides});
  }

  private static void append(List<int[]> merged, int extent, int axis, int[][] all) {
    int[] last = merged.isEmpty() ? null : merged.getLast();
    boolean even = last != null;
    for (int i = 0; i < all.length && last != null; i++) {
      even &= last[i + 1] == all[i][axis] * extent;
    }
    if (last != null && even) {
      last[0] *= extent;
      for (int i = 0; i < all.length; i++) {
        last[i + 1] = all[i][axis];
      }
      return;
    }
    int[] entry = new int[all.length + 1];
    entry[0] = extent;
    for (int i = 0; i < all.length; i++) {
      entry[i + 1] = all[i][axis];
    }
    merged.add(entry);
  }

  /** Step of an operand from one element of a row to the next: 0 or its innermost stride. */
  int step(int operand) {
    return strides[operand][extents.length - 1];
  }

  /** Runs a task over all rows, on several threads if there is enough to do. */
  void rows(RowTask task) {
    int length = extents[extents.length - 1];
    int rows = Shapes.elements(extents, 0, extents.length - 1);
    if (rows == 1) {
      Parallel.ranges(length, GRAIN, (from, to) -> task.row(starts(0, from), from, to - from));
      return;
    }
    Parallel.ranges(
        rows,
        Math.max(1, GRAIN / Math.max(1, length)),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            task.row(starts(row, 0), row * length, length);
          }
        });
  }

  private int[] starts(int row, int element) {
    int[] offsets = new int[strides.length];
    int rest = row;
    for (int axis = extents.length - 2; axis >= 0; axis--) {
      int index = rest % extents[axis];
      rest /= extents[axis];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] += index * strides[i][axis];
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] += element * step(i);
    }
    return offsets;
  }
}
