package org.lightpath.core.engine;

import java.util.List;

/**
 * How an engine is opened.
 *
 * @param devices numbers of the devices within the engine, from 0; several share each batch, where
 *     the engine can do that
 * @param threads host threads the engine may use; 0 for one for each core
 */
public record EngineOptions(List<Integer> devices, int threads) {
  /** First device, all cores. */
  public static final EngineOptions DEFAULT = new EngineOptions(0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no device, one is named twice, or a number is
   *     negative
   */
  public EngineOptions {
    devices = List.copyOf(devices);
    boolean negative = devices.stream().anyMatch(device -> device < 0);
    if (devices.isEmpty() || negative || threads < 0) {
      throw new IllegalArgumentException(
          "engine options: devices=%s and threads=%d: expected at least one device and no negative number"
              .formatted(devices, threads));
    }
    if (devices.stream().distinct().count() != devices.size()) {
      throw new IllegalArgumentException(
          "engine options: devices=%s names a device twice".formatted(devices));
    }
  }

  /** One device. */
  public EngineOptions(int device, int threads) {
    this(List.of(device), threads);
  }

  /** The first device. */
  public int device() {
    return devices.getFirst();
  }

  /** Threads to use on this machine: {@code threads}, or the number of cores if that is 0. */
  public int effectiveThreads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
