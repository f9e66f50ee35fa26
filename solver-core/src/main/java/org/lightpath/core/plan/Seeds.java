package org.lightpath.core.plan;

import java.util.Arrays;

/** Random seeds of the fields of a batch: one for all, or one for each. */
public final class Seeds {
  private final long[] values;

  private Seeds(long[] values) {
    this.values = values;
  }

  /** Seeds: one, shared by the batch, or one for each field. */
  public static Seeds of(long... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("seeds: expected at least one, got none");
    }
    return new Seeds(values.clone());
  }

  /** Number of seeds. */
  public int size() {
    return values.length;
  }

  /** Seed of a field of the batch. */
  public long seed(int field) {
    return values[values.length == 1 ? 0 : field];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seeds that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
