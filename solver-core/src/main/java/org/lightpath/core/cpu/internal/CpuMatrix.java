package org.lightpath.core.cpu.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/**
 * A batch of matrices in one array, row by row.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class CpuMatrix<A> implements DeviceMatrix {
  private final EngineLedger ledger;
  private final MatrixShape shape;
  private final Precision precision;
  private final ValueLayout layout;
  private final long bytes;
  private final int length;
  private A values;
  private final A none;
  private boolean closed;

  CpuMatrix(EngineLedger ledger, MatrixShape shape, Precision precision, Elements<A> elements) {
    if (shape.elements() > Integer.MAX_VALUE - Long.BYTES) {
      throw new IllegalArgumentException(
          "the host engine holds a batch of matrices in one array of at most 2^31 numbers, asked"
              + " for %s with %d; use a smaller batch".formatted(shape, shape.elements()));
    }
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.layout = precision == Precision.SINGLE ? ValueLayout.JAVA_FLOAT : ValueLayout.JAVA_DOUBLE;
    this.length = (int) shape.elements();
    this.bytes = (long) length * elements.bytes();
    this.values = elements.allocate(length);
    this.none = elements.allocate(0);
    ledger.hold(bytes);
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
  boolean isIn(EngineLedger books) {
    return ledger == books;
  }

  /** All numbers in the layout of the shape; none once closed. */
  A values() {
    return values;
  }

  @Override
  public void upload(RealMatrix source) {
    MatrixChecks.requireSame(this, source);
    MemorySegment.copy(source.segment(), layout, 0, values, 0, length);
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(RealMatrix target) {
    MatrixChecks.requireSame(this, target);
    MemorySegment.copy(values, 0, target.segment(), layout, 0, length);
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      values = none;
      ledger.release(bytes);
    }
  }
}
