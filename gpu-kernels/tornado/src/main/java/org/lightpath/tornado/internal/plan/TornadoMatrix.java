package org.lightpath.tornado.internal.plan;

import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** A batch of matrices in the layout of the host. */
final class TornadoMatrix implements DeviceMatrix {
  private final EngineLedger ledger;
  private final MatrixShape shape;
  private final Precision precision;
  private final HostData data;

  TornadoMatrix(EngineLedger ledger, MatrixShape shape, Precision precision) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    Sizes.requireNumbers(shape.elements(), shape + " in " + precision);
    this.data = new HostData(ledger, shape.elements() * precision.realBytes());
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

  HostData data() {
    return data;
  }

  @Override
  public void upload(RealMatrix source) {
    MatrixChecks.requireSame(this, source);
    data.upload(source.segment());
  }

  @Override
  public void download(RealMatrix target) {
    MatrixChecks.requireSame(this, target);
    data.download(target.segment());
  }

  @Override
  public void close() {
    data.close();
  }
}
