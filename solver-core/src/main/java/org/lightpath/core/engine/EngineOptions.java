package org.lightpath.core.engine;

/**
 * How an engine is opened.
 *
 * @param device number of the device within the engine, from 0
 * @param threads host threads the engine may use; 0 for one for each core
 */
public record EngineOptions(int device, int threads) {
  /** First device, all cores. */
  public static final EngineOptions DEFAULT = new EngineOptions(0, 0);

  /** Checks the numbers. */
  public EngineOptions {
    if (device < 0 || threads < 0) {
      throw new IllegalArgumentException(
          "engine options: device=%d and threads=%d must not be negative"
              .formatted(device, threads));
    }
  }

  /** Threads to use on this machine: {@code threads}, or the number of cores if that is 0. */
  public int effectiveThreads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
