package org.lightpath.core.reference;

import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** Matrices of the reference engine: double precision inside, whatever the precision outside. */
final class ReferenceMatrix implements DeviceMatrix {
  private final EngineLedger ledger;
  private final MatrixShape shape;
  private final Precision precision;
  private boolean closed;
  final double[] values;

  ReferenceMatrix(EngineLedger ledger, MatrixShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.values = new double[Math.toIntExact(shape.elements())];
    ledger.hold(bytes());
  }

  private long bytes() {
    return shape.elements() * Double.BYTES;
  }

  @Override
  public MatrixShape shape() {
    return shape;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public void upload(RealMatrix source) {
    MatrixChecks.requireSame(this, source);
    for (int i = 0; i < values.length; i++) {
      values[i] = source.real(i);
    }
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(RealMatrix target) {
    MatrixChecks.requireSame(this, target);
    for (int i = 0; i < values.length; i++) {
      target.setReal(i, values[i]);
    }
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ledger.release(bytes());
    }
  }
}
