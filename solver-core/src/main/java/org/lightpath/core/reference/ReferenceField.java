package org.lightpath.core.reference;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** Fields of the reference engine: double precision inside, whatever the precision outside. */
final class ReferenceField implements DeviceField {
  private final EngineLedger ledger;
  private final FieldShape shape;
  private final Precision precision;
  final double[][][] re;
  final double[][][] im;

  ReferenceField(EngineLedger ledger, FieldShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.re = new double[shape.batch()][shape.modes()][shape.samples()];
    this.im = new double[shape.batch()][shape.modes()][shape.samples()];
    ledger.hold(bytes());
  }

  private long bytes() {
    return shape.elements() * 2 * Double.BYTES;
  }

  @Override
  public FieldShape shape() {
    return shape;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public void upload(ComplexField source) {
    FieldChecks.requireSame(this, source);
    for (int field = 0; field < shape.batch(); field++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        source.read(field, mode, re[field][mode], im[field][mode]);
      }
    }
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(ComplexField target) {
    FieldChecks.requireSame(this, target);
    for (int field = 0; field < shape.batch(); field++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        target.write(field, mode, re[field][mode], im[field][mode]);
      }
    }
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    ledger.release(bytes());
  }
}
