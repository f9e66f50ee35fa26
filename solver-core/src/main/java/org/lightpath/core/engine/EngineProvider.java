package org.lightpath.core.engine;

import java.util.List;
import java.util.Optional;

/** Finds the devices of one kind of engine. Found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {
  /** Name on the command line: {@code cpu}, {@code opencl}, … */
  String name();

  /**
   * Preference of {@code auto}: the highest rank that has a device wins. Negative: never chosen by
   * {@code auto}.
   */
  int rank();

  /** Devices present; empty if there are none. Never throws. */
  List<DeviceDescription> devices();

  /** Why there is no device, and what to install; empty if there is one. Never throws. */
  Optional<String> unavailable();

  /**
   * Launch geometries chosen in this process among those that give the same bytes, a line for each;
   * empty for engines that have nothing to choose.
   */
  default List<String> tuned() {
    return List.of();
  }

  /**
   * Opens a device.
   *
   * @throws EngineUnavailableException if it is not there
   */
  Engine open(EngineOptions options);
}
