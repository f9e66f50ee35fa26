package org.lightpath.tornado.internal.plan;

/**
 * What plans need to know of a device.
 *
 * @param index number of the device within the engine
 * @param name for people
 * @param computeUnits of the device
 * @param groupSize largest work-group
 * @param memoryBytes of its memory [B]
 */
public record DeviceFacts(
    int index, String name, int computeUnits, int groupSize, long memoryBytes) {
  private static final int LARGEST_GROUP = 256;
  private static final int SMALLEST_GROUP = 32;

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
