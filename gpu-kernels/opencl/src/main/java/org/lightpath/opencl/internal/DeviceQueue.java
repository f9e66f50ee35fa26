package org.lightpath.opencl.internal;

import java.lang.foreign.MemorySegment;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_mem;
import org.jocl.cl_program;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.opencl.internal.tuning.Tuner;

/**
 * An in-order queue to one device, and the books of the memory taken from it.
 *
 * <p>Nothing waits for the device but {@link #finish} and downloads.
 */
final class DeviceQueue {
  /** A ByteBuffer ends at 2 GiB; whole pages below that. */
  private static final long CHUNK_BYTES = 1L << 30;

  private static final long TABLE_BYTES = 1L << 29;

  private final DeviceInfo info;
  private final SharedContext shared;
  private final cl_command_queue queue;
  private final Ledger ledger;
  private final long memoryLimit;
  private long held;

  /**
   * Opens a queue.
   *
   * @param memoryLimit memory that may be taken [B]
   */
  DeviceQueue(DeviceInfo info, Ledger ledger, long memoryLimit) {
    this.info = info;
    this.shared = SharedContext.of(info);
    this.ledger = ledger;
    this.memoryLimit = Math.min(memoryLimit, info.memoryBytes());
    this.queue = create();
  }

  // Version 2.0 of the call is missing in drivers for 1.2; this one is in all.
  @SuppressWarnings("deprecation")
  private cl_command_queue create() {
    try {
      return CL.clCreateCommandQueue(shared.context(), info.device(), 0, null);
    } catch (CLException e) {
      throw refused("opening a queue", e);
    }
  }

  DeviceInfo info() {
    return info;
  }

  Launches launches() {
    return ledger.launches();
  }

  cl_command_queue queue() {
    return queue;
  }

  /** Chooses launches for the device. */
  Tuner tuner() {
    return shared.tuner();
  }

  cl_program program(String source) {
    return shared.program(source);
  }

  /** Memory not taken yet [B]. */
  long free() {
    return memoryLimit - held;
  }

  /** Memory that the spectral tables of one program may take [B]. */
  long tableLimit() {
    return Math.min(TABLE_BYTES, memoryLimit / 8);
  }

  /** All memory that may be taken [B]. */
  long memoryLimit() {
    return memoryLimit;
  }

  /**
   * Takes memory.
   *
   * @throws CLException if the driver has none left
   */
  DeviceBuffer allocate(long bytes) {
    cl_mem memory = CL.clCreateBuffer(shared.context(), CL.CL_MEM_READ_WRITE, bytes, null, null);
    held += bytes;
    ledger.hold(bytes);
    return new DeviceBuffer(this, memory, bytes);
  }

  /** Copies from the heap; the source may change afterwards. */
  void write(DeviceBuffer buffer, long offset, Pointer source, long bytes) {
    CL.clEnqueueWriteBuffer(queue, buffer.memory(), true, offset, bytes, source, 0, null, null);
  }

  /** Fills a buffer with zeros; drivers that take memory late take it here. */
  void clear(DeviceBuffer buffer) {
    CL.clEnqueueFillBuffer(
        queue, buffer.memory(), Pointer.to(new byte[1]), 1, 0, buffer.bytes(), 0, null, null);
    CL.clFinish(queue);
  }

  /** Copies from off-heap memory to the beginning of a buffer. */
  void upload(MemorySegment source, DeviceBuffer target) {
    for (long at = 0; at < source.byteSize(); at += CHUNK_BYTES) {
      long bytes = Math.min(CHUNK_BYTES, source.byteSize() - at);
      Pointer chunk = Pointer.toBuffer(source.asSlice(at, bytes).asByteBuffer());
      CL.clEnqueueWriteBuffer(queue, target.memory(), true, at, bytes, chunk, 0, null, null);
    }
  }

  /** Copies from the beginning of a buffer to off-heap memory. */
  void download(DeviceBuffer source, MemorySegment target) {
    for (long at = 0; at < target.byteSize(); at += CHUNK_BYTES) {
      long bytes = Math.min(CHUNK_BYTES, target.byteSize() - at);
      Pointer chunk = Pointer.toBuffer(target.asSlice(at, bytes).asByteBuffer());
      CL.clEnqueueReadBuffer(queue, source.memory(), true, at, bytes, chunk, 0, null, null);
    }
  }

  /** Enqueues a copy of a few bytes to off-heap memory, which must live until {@link #finish}. */
  void downloadLater(DeviceBuffer source, MemorySegment target) {
    Pointer to = Pointer.toBuffer(target.asByteBuffer());
    CL.clEnqueueReadBuffer(queue, source.memory(), false, 0, target.byteSize(), to, 0, null, null);
  }

  void copy(DeviceBuffer source, DeviceBuffer target, long targetOffset, long bytes) {
    CL.clEnqueueCopyBuffer(
        queue, source.memory(), target.memory(), 0, targetOffset, bytes, 0, null, null);
  }

  /** Lets the device begin. */
  void flush() {
    CL.clFlush(queue);
  }

  /** Waits until everything is done. */
  void finish() {
    CL.clFinish(queue);
  }

  void released(long bytes) {
    held -= bytes;
    ledger.release(bytes);
  }

  /** What a driver's error while fields were on the device means to the user. */
  DeviceFailedException failed(String doing, CLException e) {
    return exception(doing, e, "; what was on the device is lost");
  }

  /** What a driver's error means that leaves the fields on the device as they were. */
  DeviceFailedException refused(String doing, CLException e) {
    return exception(doing, e, "");
  }

  private DeviceFailedException exception(String doing, CLException e, String consequence) {
    return new DeviceFailedException(
        "%s (driver %s) failed while %s: %s%s"
            .formatted(
                info.name(),
                info.driver(),
                doing,
                CL.stringFor_errorCode(e.getStatus()),
                consequence),
        e);
  }

  void close() {
    CL.clReleaseCommandQueue(queue);
  }
}
