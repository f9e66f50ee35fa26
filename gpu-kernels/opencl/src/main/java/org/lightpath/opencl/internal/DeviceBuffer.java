package org.lightpath.opencl.internal;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_mem;

/** Memory of one device. */
final class DeviceBuffer {
  private final DeviceQueue queue;
  private final cl_mem memory;
  private final Pointer pointer;
  private final long bytes;

  DeviceBuffer(DeviceQueue queue, cl_mem memory, long bytes) {
    this.queue = queue;
    this.memory = memory;
    this.pointer = Pointer.to(memory);
    this.bytes = bytes;
  }

  cl_mem memory() {
    return memory;
  }

  /** The handle as kernels take it. */
  Pointer pointer() {
    return pointer;
  }

  long bytes() {
    return bytes;
  }

  void close() {
    CL.clReleaseMemObject(memory);
    queue.released(bytes);
  }
}
