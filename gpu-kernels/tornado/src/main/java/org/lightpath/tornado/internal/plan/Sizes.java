package org.lightpath.tornado.internal.plan;

import org.lightpath.core.engine.UnsupportedPlanException;

/** Limits by TornadoVM's arrays, whose indices are ints. */
final class Sizes {
  /** Numbers of an array: indices of bytes behind its header stay below 2^31 elements. */
  private static final long MOST_NUMBERS = (1L << 30);

  /** Share of the device's memory that tables may take. */
  private static final int TABLE_SHARE = 4;

  private Sizes() {}

  /**
   * Refuses what does not fit an array.
   *
   * @throws UnsupportedPlanException if there are more than 2^30 numbers
   */
  static void requireNumbers(long numbers, String what) {
    if (numbers > MOST_NUMBERS) {
      throw new UnsupportedPlanException(
          "%s: %d numbers, an array of the engine 'tornado' holds %d at most; the engines 'cpu' and 'opencl' can run it"
              .formatted(what, numbers, MOST_NUMBERS));
    }
  }

  /**
   * Refuses tables that are too large.
   *
   * @throws UnsupportedPlanException if they do not fit an array or take more than a quarter of the
   *     device's memory
   */
  static void requireTables(long numbers, int realBytes, DeviceFacts device) {
    requireNumbers(numbers, "tables of the linear operators");
    if (numbers * realBytes > device.memoryBytes() / TABLE_SHARE) {
      throw new UnsupportedPlanException(
          "tables of the linear operators take %d bytes, more than a quarter of the memory of %s (%d bytes); the engines 'cpu' and 'opencl' can run it"
              .formatted(numbers * realBytes, device.name(), device.memoryBytes()));
    }
  }
}
