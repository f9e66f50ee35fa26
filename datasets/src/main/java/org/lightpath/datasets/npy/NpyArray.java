package org.lightpath.datasets.npy;

import java.util.Arrays;

/**
 * An array as NumPy keeps it: C order, real or complex.
 *
 * @param shape extents, slowest first
 * @param complex whether every element is a pair (re, im)
 * @param values elements in C order; pairs side by side if complex
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record NpyArray(int[] shape, boolean complex, double[] values) {
  /**
   * Checks that shape and values fit.
   *
   * @throws IllegalArgumentException if they do not
   */
  public NpyArray {
    long elements = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    long expected = complex ? Math.multiplyExact(elements, 2) : elements;
    if (expected != values.length) {
      throw new IllegalArgumentException(
          "array of shape %s: %d numbers, expected %d"
              .formatted(Arrays.toString(shape), values.length, expected));
    }
  }
}
