package org.lightpath.core.plan;

import java.util.Arrays;

/** A parameter of each field of a batch: one value for all, or one value for each. */
public final class FieldParameter {
  private final double[] values;

  private FieldParameter(double[] values) {
    this.values = values;
  }

  /**
   * Values of the parameter: one, shared by the batch, or one for each field.
   *
   * @throws IllegalArgumentException if there is no value or one is not finite
   */
  public static FieldParameter of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("expected at least one value, got none");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("expected finite values, got " + value);
      }
    }
    return new FieldParameter(values.clone());
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** Value for a field of the batch. */
  public double value(int field) {
    return values[values.length == 1 ? 0 : field];
  }

  /** The same parameter with its sign changed. */
  public FieldParameter negated() {
    return new FieldParameter(Arrays.stream(values).map(value -> -value).toArray());
  }

  /** Largest magnitude. */
  public double maxAbs() {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  /** Refuses a parameter that has neither one value nor one for each of {@code batch} fields. */
  void requireBatch(String name, int batch) {
    if (values.length != 1 && values.length != batch) {
      throw new IllegalArgumentException(
          "%s: expected 1 value or one for each of the %d fields, got %d"
              .formatted(name, batch, values.length));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldParameter that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length == 1 ? Double.toString(values[0]) : Arrays.toString(values);
  }
}
