package org.lightpath.cloud.quality;

/** Checks of arrays that are compared element by element. */
final class PairedArrays {
  private PairedArrays() {}

  static void requireSameLength(String what, float[] reference, float[] observed) {
    if (reference.length != observed.length) {
      throw new IllegalArgumentException(
          "%s: %d numbers against a reference of %d; compare arrays of equal shape"
              .formatted(what, observed.length, reference.length));
    }
  }

  static void requireSameLength(String what, int[] reference, int[] observed) {
    if (reference.length != observed.length) {
      throw new IllegalArgumentException(
          "%s: %d labels against %d; compare lists of equal length"
              .formatted(what, observed.length, reference.length));
    }
  }

  /** Number of rows of so many columns. */
  static int rows(String what, float[] values, int columns) {
    if (columns < 1 || values.length == 0 || values.length % columns != 0) {
      throw new IllegalArgumentException(
          "%s: %d numbers are no whole rows of %d".formatted(what, values.length, columns));
    }
    return values.length / columns;
  }
}
