package org.lightpath.opencl.internal;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;
import org.lightpath.core.field.Precision;

/** A kernel with its arguments, ready to be launched; launching allocates nothing. */
final class Kernel {
  private final DeviceQueue queue;
  private final Launches.Count count;
  private final cl_kernel kernel;
  private final int largestGroup;
  private final long[] global = new long[1];
  private final long[] local = new long[1];
  private final int[] whole = new int[1];
  private final long[] wide = new long[1];
  private final double[] real = new double[1];
  private final float[] single = new float[1];
  private final Pointer wholePointer = Pointer.to(whole);
  private final Pointer widePointer = Pointer.to(wide);
  private final Pointer realPointer = Pointer.to(real);
  private final Pointer singlePointer = Pointer.to(single);

  Kernel(DeviceQueue queue, String source, String name, int group) {
    this.queue = queue;
    this.kernel = CL.clCreateKernel(queue.program(source), name, null);
    this.largestGroup = largestGroup(kernel, queue.info());
    this.local[0] = group;
    this.count = queue.launches().of(name);
  }

  private static int largestGroup(cl_kernel kernel, DeviceInfo info) {
    long[] size = new long[1];
    CL.clGetKernelWorkGroupInfo(
        kernel, info.device(), CL.CL_KERNEL_WORK_GROUP_SIZE, Sizeof.size_t, Pointer.to(size), null);
    return (int) size[0];
  }

  /**
   * Largest group that this kernel can be launched with: registers may be what limits it. Known
   * after {@link #close} too, when drivers must not be asked any more.
   */
  int largestGroup() {
    return largestGroup;
  }

  Kernel set(int index, DeviceBuffer buffer) {
    CL.clSetKernelArg(kernel, index, Sizeof.cl_mem, buffer.pointer());
    return this;
  }

  Kernel set(int index, int value) {
    whole[0] = value;
    CL.clSetKernelArg(kernel, index, Sizeof.cl_int, wholePointer);
    return this;
  }

  Kernel set(int index, long value) {
    wide[0] = value;
    CL.clSetKernelArg(kernel, index, Sizeof.cl_long, widePointer);
    return this;
  }

  Kernel set(int index, double value, Precision precision) {
    if (precision == Precision.SINGLE) {
      single[0] = (float) value;
      CL.clSetKernelArg(kernel, index, Sizeof.cl_float, singlePointer);
    } else {
      real[0] = value;
      CL.clSetKernelArg(kernel, index, Sizeof.cl_double, realPointer);
    }
    return this;
  }

  /**
   * Enqueues the kernel.
   *
   * @param groups work-groups
   * @param fieldBytes bytes of fields it reads and writes
   */
  void launch(long groups, long fieldBytes) {
    global[0] = groups * local[0];
    CL.clEnqueueNDRangeKernel(queue.queue(), kernel, 1, null, global, local, 0, null, null);
    count.add(fieldBytes);
  }

  /** Enqueues a guarded kernel for a number of elements. */
  void launchFor(long elements, long fieldBytes) {
    launch((elements + local[0] - 1) / local[0], fieldBytes);
  }

  void close() {
    CL.clReleaseKernel(kernel);
  }
}
