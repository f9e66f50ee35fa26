package org.lightpath.opencl.internal.tuning;

import java.util.Optional;

/**
 * Makes variants ready to be timed.
 *
 * @param <V> a variant
 */
@FunctionalInterface
public interface Trial<V> {
  /** A variant made ready; nothing if the device cannot run it. */
  Optional<Timed> prepare(V variant);

  /** A variant that can be run. */
  interface Timed extends AutoCloseable {
    /** Runs once and waits for the device. */
    void run();

    /** Runs once on inputs that are always the same, and sums up all bytes of the result. */
    long digest();

    @Override
    void close();
  }
}
