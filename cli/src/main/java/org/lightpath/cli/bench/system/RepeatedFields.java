package org.lightpath.cli.bench.system;

import java.lang.foreign.MemorySegment;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;

/** Batches that hold a few fields again and again. */
final class RepeatedFields {
  private RepeatedFields() {}

  /**
   * Fields repeated until a batch is full. Takes {@code few} and closes it unless it is the result.
   */
  static ComplexField fill(ComplexField few, int batch) {
    if (few.shape().batch() == batch) {
      return few;
    }
    FieldShape shape = new FieldShape(batch, few.shape().modes(), few.shape().samples());
    try (few) {
      ComplexField field = ComplexField.allocate(shape, few.precision());
      long each = few.byteSize() / few.shape().batch();
      for (int b = 0; b < batch; b++) {
        MemorySegment from = few.segment().asSlice(b % few.shape().batch() * each, each);
        field.segment().asSlice(b * each, each).copyFrom(from);
      }
      return field;
    }
  }
}
