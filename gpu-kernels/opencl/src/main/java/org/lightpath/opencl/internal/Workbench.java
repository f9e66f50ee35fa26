package org.lightpath.opencl.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jocl.Pointer;
import org.lightpath.core.field.Precision;

/**
 * Makes the tables, scratch memory and kernels of one program, and releases them together: also
 * those of a program that could not be finished.
 */
final class Workbench {
  /** Group of kernels that do not mind its size. */
  private static final int SIMPLE_GROUP = 64;

  private final DeviceQueue queue;
  private final Deque<Runnable> releases = new ArrayDeque<>();

  Workbench(DeviceQueue queue) {
    this.queue = queue;
  }

  DeviceQueue queue() {
    return queue;
  }

  /** The device. */
  DeviceInfo device() {
    return queue.info();
  }

  /** Takes memory. */
  DeviceBuffer allocate(long bytes) {
    DeviceBuffer buffer = queue.allocate(bytes);
    releases.push(buffer::close);
    return buffer;
  }

  /** Takes memory and fills it with zeros. */
  DeviceBuffer zeros(long bytes) {
    DeviceBuffer buffer = allocate(bytes);
    queue.clear(buffer);
    return buffer;
  }

  /** Takes memory for real numbers and fills it, each rounded once. */
  DeviceBuffer table(Precision precision, double[] values) {
    if (precision == Precision.DOUBLE) {
      return table(Pointer.to(values), (long) values.length * Double.BYTES);
    }
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return table(Pointer.to(rounded), (long) values.length * Float.BYTES);
  }

  /** Takes memory for a table and fills it. */
  DeviceBuffer table(HostTable table) {
    return table(table.pointer(), table.bytes());
  }

  /** Takes memory for a table of integers and fills it. */
  DeviceBuffer table(int[] values) {
    return table(Pointer.to(values), (long) values.length * Integer.BYTES);
  }

  /** Takes memory for a table and fills it. */
  DeviceBuffer table(Pointer source, long bytes) {
    DeviceBuffer buffer = allocate(bytes);
    queue.write(buffer, 0, source, bytes);
    return buffer;
  }

  /** Compiles a kernel, or finds it compiled. */
  Kernel kernel(String source, String name, int group) {
    Kernel kernel = new Kernel(queue, source, name, group);
    releases.push(kernel::close);
    return kernel;
  }

  /** A guarded kernel that works sample by sample, in groups of any size. */
  Kernel kernel(String source, String name) {
    return kernel(source, name, Math.min(SIMPLE_GROUP, device().groupSize()));
  }

  /** Releases everything, the last first. */
  void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
