package org.lightpath.fiber;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;

/** Distances between batches of fields, and whether they are finite. */
public final class FieldChecks {
  private FieldChecks() {}

  /**
   * Largest relative L2 distance ‖a − b‖/‖b‖ of any field of a batch, over its modes and samples; 0
   * for a field that is dark in both.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public static double largestRelativeError(ComplexField field, ComplexField reference) {
    if (!field.shape().equals(reference.shape())) {
      throw new IllegalArgumentException(
          "field shapes differ: expected %s, got %s".formatted(reference.shape(), field.shape()));
    }
    double largest = 0;
    for (int index = 0; index < field.shape().batch(); index++) {
      double error = relativeError(field, reference, index);
      // A NaN must not be hidden by the comparison.
      largest = Double.isNaN(error) ? error : Math.max(largest, error);
    }
    return largest;
  }

  private static double relativeError(ComplexField field, ComplexField reference, int index) {
    double difference = 0;
    double norm = 0;
    long begin = begin(field.shape(), index);
    long end = begin(field.shape(), index + 1);
    for (long i = begin; i < end; i++) {
      double expected = reference.real(i);
      double delta = field.real(i) - expected;
      difference += delta * delta;
      norm += expected * expected;
    }
    return difference == 0 ? 0 : Math.sqrt(difference / norm);
  }

  /**
   * Refuses a field with a sample that is not a finite number.
   *
   * @param position z [m], for the message
   * @throws DivergedException if there is one
   */
  public static void requireFinite(ComplexField field, double position) {
    long end = begin(field.shape(), field.shape().batch());
    for (long i = 0; i < end; i++) {
      if (!Double.isFinite(field.real(i))) {
        throw DivergedException.at(position);
      }
    }
  }

  private static long begin(FieldShape shape, int index) {
    return 2L * index * shape.modes() * shape.samples();
  }
}
