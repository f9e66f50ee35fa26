package org.lightpath.core.reference;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** Fields of the reference engine: double precision inside, whatever the precision outside. */
final class ReferenceField implements DeviceField {
  private final ReferenceEngine engine;
  private final FieldShape shape;
  private final Precision precision;
  final double[][][] re;
  final double[][][] im;

  ReferenceField(ReferenceEngine engine, FieldShape shape, Precision precision) {
    this.engine = engine;
    this.shape = shape;
    this.precision = precision;
    this.re = new double[shape.batch()][shape.modes()][shape.samples()];
    this.im = new double[shape.batch()][shape.modes()][shape.samples()];
    engine.hold(bytes());
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
    check(source);
    for (int field = 0; field < shape.batch(); field++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        source.read(field, mode, re[field][mode], im[field][mode]);
      }
    }
    engine.countUpload(source.byteSize());
  }

  @Override
  public void download(ComplexField target) {
    check(target);
    for (int field = 0; field < shape.batch(); field++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        target.write(field, mode, re[field][mode], im[field][mode]);
      }
    }
    engine.countDownload(target.byteSize());
  }

  private void check(ComplexField host) {
    if (!host.shape().equals(shape) || host.precision() != precision) {
      throw new IllegalArgumentException(
          "expected a host field of %s %s, got %s %s"
              .formatted(shape, precision, host.shape(), host.precision()));
    }
  }

  @Override
  public void close() {
    engine.release(bytes());
  }
}
