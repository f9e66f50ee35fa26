package org.lightpath.aparapi.internal;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Fields in a Java array, and on the device from the first run to the download.
 *
 * <p>Behind the samples stands a stamp: see {@link Mirror}.
 */
final class AparapiField implements DeviceField {
  private final EngineLedger ledger;
  private final FieldShape shape;
  private final Precision precision;
  private final Mirror mirror;
  private boolean closed;

  AparapiField(EngineLedger ledger, FieldShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.mirror = new Mirror(precision, 2 * shape.elements());
    ledger.hold(mirror.data().bytes());
  }

  @Override
  public FieldShape shape() {
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
  public void upload(ComplexField source) {
    FieldChecks.requireSame(this, source);
    mirror.write(source.segment());
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(ComplexField target) {
    FieldChecks.requireSame(this, target);
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
