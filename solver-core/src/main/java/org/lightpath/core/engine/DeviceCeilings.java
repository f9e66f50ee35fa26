package org.lightpath.core.engine;

/**
 * What a device can do at most, measured on it: the ceilings that a time is held against.
 *
 * @param flopsPerSecond operations by independent chains of fused multiply-adds, each counted as
 *     two [1/s]
 * @param memoryBytesPerSecond bytes read and written when an array of the working set is scaled in
 *     place [B/s]
 * @param localBytesPerSecond bytes written to and read from local memory in exchanges without bank
 *     conflicts [B/s]; infinite where registers exchange nothing through it
 */
public record DeviceCeilings(
    double flopsPerSecond, double memoryBytesPerSecond, double localBytesPerSecond) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public DeviceCeilings {
    if (!(flopsPerSecond > 0) || !(memoryBytesPerSecond > 0) || !(localBytesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "ceilings: expected positive numbers, got %g flop/s, %g B/s, %g B/s"
              .formatted(flopsPerSecond, memoryBytesPerSecond, localBytesPerSecond));
    }
  }

  /** Of two devices that work side by side. */
  public DeviceCeilings plus(DeviceCeilings other) {
    return new DeviceCeilings(
        flopsPerSecond + other.flopsPerSecond,
        memoryBytesPerSecond + other.memoryBytesPerSecond,
        localBytesPerSecond + other.localBytesPerSecond);
  }
}
