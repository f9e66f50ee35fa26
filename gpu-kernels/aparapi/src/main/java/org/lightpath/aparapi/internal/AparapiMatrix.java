package org.lightpath.aparapi.internal;

import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** Matrices in a Java array, and on the device from the first run to the download. */
final class AparapiMatrix implements DeviceMatrix {
  private final EngineLedger ledger;
  private final MatrixShape shape;
  private final Precision precision;
  private final Mirror mirror;
  private boolean closed;

  AparapiMatrix(EngineLedger ledger, MatrixShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.mirror = new Mirror(precision, shape.elements());
    ledger.hold(mirror.data().bytes());
  }

  @Override
  public MatrixShape shape() {
    return shape;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  Mirror mirror() {
    return mirror;
  }

  @Override
  public void upload(RealMatrix source) {
    MatrixChecks.requireSame(this, source);
    mirror.write(source.segment());
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(RealMatrix target) {
    MatrixChecks.requireSame(this, target);
    mirror.read(target.segment());
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      mirror.close();
      ledger.release(mirror.data().bytes());
    }
  }
}
