package org.lightpath.tornado.internal.plan;

import org.lightpath.core.engine.UnsupportedPlanException;

/**
 * What plans need to know of a device.
 *
 * @param index number of the device within the engine
 * @param name for people
 * @param computeUnits of the device
 * @param groupSize largest work-group
 * @param memoryBytes of its memory [B]
 * @param doublePrecision whether it has double precision
 */
public record DeviceFacts(
    int index,
    String name,
    int computeUnits,
    int groupSize,
    long memoryBytes,
    boolean doublePrecision) {
  private static final int LARGEST_GROUP = 256;
  private static final int SMALLEST_GROUP = 32;

  /**
   * Refuses what needs double precision where there is none.
   *
   * @throws UnsupportedPlanException if the device lacks it
   */
  void requireDouble(boolean needed, String what) {
    if (needed && !doublePrecision) {
      throw new UnsupportedPlanException(
          "%s needs double precision, which %s lacks; the engine 'cpu' can run it"
              .formatted(what, name));
    }
  }

  /** Work-items for a number of equal pieces of work: a power of two. */
  int items(int pieces) {
    int wanted = Integer.highestOneBit(Math.max(1, pieces));
    return Math.min(
        Math.clamp(wanted, SMALLEST_GROUP, LARGEST_GROUP), Integer.highestOneBit(groupSize));
  }

  /** How many of some units a work-group takes, where it has room for {@code most}. */
  int perGroup(int units, int most) {
    return Math.clamp(Math.ceilDiv(units, 2 * computeUnits), 1, Math.max(1, most));
  }
}
