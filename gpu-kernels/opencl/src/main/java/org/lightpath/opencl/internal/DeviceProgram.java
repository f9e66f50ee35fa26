package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;

/** A plan made ready for one device. */
interface DeviceProgram {
  /**
   * Enqueues the whole plan for some fields of the batch, in place. Waits for nothing, unless steps
   * are decided on the device: then until all fields have arrived.
   */
  void enqueue(DeviceBuffer field, int first, int fields);

  /** What a run on some fields of the batch costs, where it is counted. */
  default Optional<ProgramCost> cost(int fields) {
    return Optional.empty();
  }

  /** Adds the steps of the latest run that were taken and refused, for each field of the batch. */
  default void addSteps(long[] taken, long[] refused) {}

  /** Whether the device admits the groups that it was planned with; known of programs that ask. */
  default boolean isLaunchable() {
    return true;
  }

  /** Releases kernels and tables. */
  void close();
}
