package org.lightpath.cloud.parallel;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Loops over independent items on the common pool. Items must not share results, so that the result
 * does not depend on the number of threads.
 */
public final class Parallel {
  /** Pieces per thread: enough to even out pieces of unequal length. */
  private static final int PIECES_PER_THREAD = 3;

  private Parallel() {}

  /** Work on the items of a range. */
  @FunctionalInterface
  public interface RangeTask {
    /**
     * Works on the items from one to another.
     *
     * @param from first item
     * @param to item after the last
     */
    void run(int from, int to);
  }

  /** Threads that work at once. */
  public static int threads() {
    return ForkJoinPool.getCommonPoolParallelism() + 1;
  }

  /**
   * Runs a task over all items, cut into pieces.
   *
   * @param items number of items
   * @param grain least number of items that are worth a piece of their own
   * @param task what to do with a piece
   */
  public static void ranges(int items, int grain, RangeTask task) {
    int pieces = Math.min(items / Math.max(1, grain), threads() * PIECES_PER_THREAD);
    if (pieces <= 1 || threads() == 1) {
      if (items > 0) {
        task.run(0, items);
      }
      return;
    }
    IntStream.range(0, pieces)
        .parallel()
        .forEach(
            piece ->
                task.run(
                    (int) ((long) items * piece / pieces),
                    (int) ((long) items * (piece + 1) / pieces)));
  }
}
