package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A batch of fields in blocks of L lanes, one row for each mode of each field.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class CpuField<A> implements DeviceField {
  /** Elements between rows, so that two modes do not compete for the same cache sets. */
  private static final int GAP_BYTES = 512;

  private final EngineLedger ledger;
  private final FieldShape shape;
  private final Precision precision;
  private final Elements<A> elements;
  private final int lanes;
  private final long bytes;
  private List<Table<A>> rows;

  CpuField(
      EngineLedger ledger, FieldShape shape, Precision precision, Elements<A> elements, int lanes) {
    this.ledger = ledger;
    this.shape = shape;
    this.precision = precision;
    this.elements = elements;
    this.lanes = lanes;
    this.rows = new ArrayList<>(shape.batch() * shape.modes());
    Slabs<A> slabs = new Slabs<>(elements, shape.samples());
    for (int row = 0; row < shape.batch() * shape.modes(); row++) {
      rows.add(slabs.take(2L * shape.samples() + GAP_BYTES / elements.bytes()));
    }
    this.bytes = slabs.bytes();
    ledger.hold(bytes);
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

  /** Lanes L of its blocks. */
  int lanes() {
    return lanes;
  }

  /** Row of a mode of a field. */
  Table<A> row(int field, int mode) {
    return rows.get(field * shape.modes() + mode);
  }

  @Override
  public void upload(ComplexField source) {
    FieldChecks.requireSame(this, source);
    for (int row = 0; row < rows.size(); row++) {
      Table<A> target = rows.get(row);
      long first = (long) row * shape.samples();
      elements.load(
          source.segment(), first, target.array(), target.offset(), shape.samples(), lanes);
    }
    ledger.countUpload(source.byteSize());
  }

  @Override
  public void download(ComplexField target) {
    FieldChecks.requireSame(this, target);
    for (int row = 0; row < rows.size(); row++) {
      Table<A> source = rows.get(row);
      long first = (long) row * shape.samples();
      elements.store(
          source.array(), source.offset(), target.segment(), first, shape.samples(), lanes);
    }
    ledger.countDownload(target.byteSize());
  }

  @Override
  public void close() {
    if (!rows.isEmpty()) {
      rows = List.of();
      ledger.release(bytes);
    }
  }
}
