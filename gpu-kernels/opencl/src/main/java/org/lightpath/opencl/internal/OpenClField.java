package org.lightpath.opencl.internal;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jocl.CL;
import org.jocl.CLException;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A batch of fields in parts: a contiguous share for each device, and within a device's share as
 * many fields as its memory holds. What is left waits in host memory and takes turns in one buffer
 * of the device. A kernel's arithmetic does not depend on the part, so the bytes do not either.
 */
final class OpenClField implements DeviceField {
  /** Share of a device's memory for fields; the rest is for tables, scratch and the driver. */
  private static final double FIELD_SHARE = 0.75;

  /** Share of a device's fields that take turns in one buffer, where not all fit. */
  private static final int TURNS = 4;

  private final Ledger ledger;
  private final FieldShape shape;
  private final Precision precision;
  private final Arena arena = Arena.ofShared();
  private final List<FieldPart> parts = new ArrayList<>();
  private final List<DeviceBuffer> buffers = new ArrayList<>();
  private boolean closed;

  OpenClField(List<DeviceQueue> queues, Ledger ledger, FieldShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    try {
      for (int i = 0; i < queues.size(); i++) {
        int from = firstOf(shape, i, queues.size());
        int to = firstOf(shape, i + 1, queues.size());
        if (to > from) {
          place(queues.get(i), from, to);
        }
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** First field of the share of a device. */
  static int firstOf(FieldShape shape, int device, int devices) {
    return (int) ((long) shape.batch() * device / devices);
  }

  private long fieldBytes() {
    return (long) shape.modes() * shape.samples() * precision.complexBytes();
  }

  /** Places the fields of one device: in its memory as far as they fit. */
  private void place(DeviceQueue queue, int from, int to) {
    long room = (long) (queue.free() - (1 - FIELD_SHARE) * queue.memoryLimit());
    long fit = Math.min(room / fieldBytes(), to - from);
    while (fit > 0) {
      boolean all = fit == to - from;
      int inTurn = all ? 0 : (int) Math.max(1, fit / TURNS);
      if (tryPlace(queue, from, to, (int) fit - inTurn, inTurn)) {
        return;
      }
      fit /= 2;
    }
    throw new UnsupportedPlanException(
        "one field of %d modes of %d samples in %s takes %d bytes, more than %s has free (%d bytes) or in one buffer (%d bytes); the engine 'cpu' can run it"
            .formatted(
                shape.modes(),
                shape.samples(),
                precision.name().toLowerCase(Locale.ROOT),
                fieldBytes(),
                queue.info().name(),
                Math.max(0, room),
                queue.info().allocationBytes()));
  }

  private boolean tryPlace(DeviceQueue queue, int from, int to, int resident, int inTurn) {
    List<FieldPart> made = new ArrayList<>();
    List<DeviceBuffer> taken = new ArrayList<>();
    long most = Math.max(1, queue.info().allocationBytes() / fieldBytes());
    try {
      int at = from;
      while (at < from + resident) {
        int fields = (int) Math.min(most, from + resident - at);
        DeviceBuffer buffer = take(queue, fields, taken);
        made.add(FieldPart.resident(queue, at, fields, buffer));
        at += fields;
      }
      if (inTurn > 0) {
        int fields = (int) Math.min(most, inTurn);
        DeviceBuffer buffer = take(queue, fields, taken);
        for (; at < to; at += fields) {
          int count = Math.min(fields, to - at);
          made.add(
              FieldPart.waiting(
                  queue, at, count, buffer, arena.allocate(count * fieldBytes(), 64)));
        }
      }
    } catch (CLException e) {
      taken.forEach(DeviceBuffer::close);
      if (outOfMemory(e)) {
        return false;
      }
      throw queue.refused("allocating a field", e);
    }
    parts.addAll(made);
    buffers.addAll(taken);
    return true;
  }

  private DeviceBuffer take(DeviceQueue queue, int fields, List<DeviceBuffer> taken) {
    DeviceBuffer buffer = queue.allocate(fields * fieldBytes());
    taken.add(buffer);
    queue.clear(buffer);
    return buffer;
  }

  private static boolean outOfMemory(CLException e) {
    return switch (e.getStatus()) {
      case CL.CL_MEM_OBJECT_ALLOCATION_FAILURE,
          CL.CL_OUT_OF_RESOURCES,
          CL.CL_OUT_OF_HOST_MEMORY,
          CL.CL_INVALID_BUFFER_SIZE ->
          true;
      default -> false;
    };
  }

  @Override
  public FieldShape shape() {
    return shape;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  /** Whether this field is entered in the books of an engine. */
  @SuppressWarnings("ReferenceEquality") // the same books, not books with the same totals
  boolean isIn(Ledger books) {
    return ledger == books;
  }

  List<FieldPart> parts() {
    return parts;
  }

  @Override
  public void upload(ComplexField source) {
    FieldChecks.requireSame(this, source);
    for (FieldPart part : parts) {
      part.upload(
          source.segment().asSlice(part.first() * fieldBytes(), part.fields() * fieldBytes()));
    }
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(ComplexField target) {
    FieldChecks.requireSame(this, target);
    for (FieldPart part : parts) {
      part.download(
          target.segment().asSlice(part.first() * fieldBytes(), part.fields() * fieldBytes()));
    }
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      buffers.forEach(DeviceBuffer::close);
      arena.close();
    }
  }
}
