package org.lightpath.opencl.internal;

/** A plan made ready for one device. */
interface DeviceProgram {
  /** Enqueues the whole plan for some fields of the batch, in place; waits for nothing. */
  void enqueue(DeviceBuffer field, int first, int fields);

  /** Releases kernels and tables. */
  void close();
}
