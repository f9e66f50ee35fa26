package org.lightpath.tornado.internal.plan;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** A batch of fields in the layout of the host. */
final class TornadoField implements DeviceField {
  private final EngineLedger ledger;
  private final FieldShape shape;
  private final Precision precision;
  private final HostData data;

  TornadoField(EngineLedger ledger, FieldShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    Sizes.requireNumbers(2 * shape.elements(), shape + " in " + precision);
    this.data = new HostData(ledger, shape.elements() * precision.complexBytes());
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
  boolean isIn(EngineLedger books) {
    return ledger == books;
  }

  HostData data() {
    return data;
  }

  @Override
  public void upload(ComplexField source) {
    FieldChecks.requireSame(this, source);
    data.upload(source.segment());
  }

  @Override
  public void download(ComplexField target) {
    FieldChecks.requireSame(this, target);
    data.download(target.segment());
  }

  @Override
  public void close() {
    data.close();
  }
}
