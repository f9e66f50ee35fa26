package org.lightpath.opencl.internal;

import java.lang.foreign.MemorySegment;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;

/** Neighbouring fields of a batch on one device, or waiting in host memory for their turn there. */
final class FieldPart {
  private final DeviceQueue queue;
  private final int first;
  private final int fields;
  private final DeviceBuffer buffer;
  private final @Nullable MemorySegment host;

  private FieldPart(
      DeviceQueue queue, int first, int fields, DeviceBuffer buffer, @Nullable MemorySegment host) {
    this.queue = queue;
    this.first = first;
    this.fields = fields;
    this.buffer = buffer;
    this.host = host;
  }

  /** Fields in a buffer of their own. */
  static FieldPart resident(DeviceQueue queue, int first, int fields, DeviceBuffer buffer) {
    return new FieldPart(queue, first, fields, buffer, null);
  }

  /** Fields in host memory that use a buffer in turn with others. */
  static FieldPart waiting(
      DeviceQueue queue, int first, int fields, DeviceBuffer buffer, MemorySegment host) {
    return new FieldPart(queue, first, fields, buffer, host);
  }

  DeviceQueue queue() {
    return queue;
  }

  /** Number of the first field within the batch. */
  int first() {
    return first;
  }

  /** Number of fields. */
  int fields() {
    return fields;
  }

  /** Where the fields are while a program runs. */
  DeviceBuffer buffer() {
    return buffer;
  }

  /** Whether the fields wait in host memory. */
  boolean waits() {
    return host != null;
  }

  /** Brings waiting fields to the device. */
  void enter() {
    if (host != null) {
      queue.upload(host, buffer);
    }
  }

  /** Takes fields that take turns back to host memory. */
  void leave() {
    if (host != null) {
      queue.download(buffer, host);
    }
  }

  void upload(MemorySegment source) {
    if (host != null) {
      host.copyFrom(source);
      return;
    }
    try {
      queue.upload(source, buffer);
    } catch (CLException e) {
      throw queue.failed("uploading a field", e);
    }
  }

  void download(MemorySegment target) {
    if (host != null) {
      target.copyFrom(host);
      return;
    }
    try {
      queue.download(buffer, target);
    } catch (CLException e) {
      throw queue.failed("downloading a field", e);
    }
  }
}
