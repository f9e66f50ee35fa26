package org.lightpath.opencl.internal;

import java.util.Locale;
import org.jocl.CLException;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/**
 * Matrices in one buffer of the first device of an engine, in the layout of the host.
 *
 * <p>Products are not shared between devices: a right operand that all products of a batch share
 * would have to be sent to and encoded on each of them, and most products are one of a kind, batch
 * 1, which a split over the batch would leave on one device anyway.
 */
final class OpenClMatrix implements DeviceMatrix {
  private final DeviceQueue queue;
  private final Ledger ledger;
  private final MatrixShape shape;
  private final Precision precision;
  private final DeviceBuffer buffer;
  private boolean closed;

  OpenClMatrix(DeviceQueue queue, Ledger ledger, MatrixShape shape, Precision precision) {
    this.queue = queue;
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    long bytes = shape.elements() * precision.realBytes();
    long most = Math.min(queue.free(), queue.info().allocationBytes());
    if (bytes > most) {
      throw new UnsupportedPlanException(
          "%s in %s takes %d bytes, %s has at most %d bytes for it; the engine 'cpu' can run it"
              .formatted(
                  shape,
                  precision.name().toLowerCase(Locale.ROOT),
                  bytes,
                  queue.info().name(),
                  Math.max(0, most)));
    }
    this.buffer = zeros(bytes);
  }

  private DeviceBuffer zeros(long bytes) {
    try {
      DeviceBuffer made = queue.allocate(bytes);
      queue.clear(made);
      return made;
    } catch (CLException e) {
      throw queue.refused("allocating a matrix", e);
    }
  }

  @Override
  public MatrixShape shape() {
    return shape;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  /** Whether this matrix is entered in the books of an engine. */
  @SuppressWarnings("ReferenceEquality") // the same books, not books with the same totals
  boolean isIn(Ledger books) {
    return ledger == books;
  }

  DeviceBuffer buffer() {
    return buffer;
  }

  @Override
  public void upload(RealMatrix source) {
    MatrixChecks.requireSame(this, source);
    try {
      queue.upload(source.segment(), buffer);
    } catch (CLException e) {
      throw queue.failed("uploading a matrix", e);
    }
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(RealMatrix target) {
    MatrixChecks.requireSame(this, target);
    try {
      queue.download(buffer, target.segment());
    } catch (CLException e) {
      throw queue.failed("downloading a matrix", e);
    }
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      buffer.close();
    }
  }
}
