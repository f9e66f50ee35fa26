package org.lightpath.opencl.internal;

import java.util.Map;
import java.util.TreeMap;

/**
 * Launches of every kernel, and the bytes of fields that they read and write, counted from the
 * launches themselves.
 */
public final class Launches {
  private final Map<String, Count> counts = new TreeMap<>();

  /** No launches. */
  public Launches() {}

  /** Launches of one kernel. */
  static final class Count {
    private long launches;
    private long fieldBytes;

    void add(long bytes) {
      launches++;
      fieldBytes += bytes;
    }
  }

  /** Where the launches of a kernel are counted. */
  Count of(String kernel) {
    return counts.computeIfAbsent(kernel, _ -> new Count());
  }

  /** Launches of a kernel so far. */
  public long launches(String kernel) {
    Count count = counts.get(kernel);
    return count == null ? 0 : count.launches;
  }

  /** Launches of all kernels so far. */
  public long launches() {
    return counts.values().stream().mapToLong(count -> count.launches).sum();
  }

  /** Bytes of fields read and written by all kernels so far. */
  public long fieldBytes() {
    return counts.values().stream().mapToLong(count -> count.fieldBytes).sum();
  }
}
