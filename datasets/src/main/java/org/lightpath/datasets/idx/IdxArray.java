package org.lightpath.datasets.idx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * An array of an IDX file.
 *
 * @param type of the elements
 * @param shape extents, slowest first
 * @param bytes elements in C order, big-endian
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record IdxArray(IdxType type, int[] shape, byte[] bytes) {
  /**
   * Checks that shape and bytes fit.
   *
   * @throws IllegalArgumentException if they do not
   */
  public IdxArray {
    Objects.requireNonNull(type);
    long expected = Arrays.stream(shape).asLongStream().reduce(type.bytes(), Math::multiplyExact);
    if (expected != bytes.length) {
      throw new IllegalArgumentException(
          "array of shape %s and type %s: %d B, expected %d B"
              .formatted(Arrays.toString(shape), type, bytes.length, expected));
    }
  }

  /** Number of elements. */
  public int elements() {
    return bytes.length / type.bytes();
  }

  /** An element by its place in C order. */
  public double value(int index) {
    int at = Objects.checkIndex(index, elements()) * type.bytes();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return switch (type) {
      case UNSIGNED_BYTE -> bytes[at] & 0xFF;
      case BYTE -> bytes[at];
      case SHORT -> buffer.getShort(at);
      case INT -> buffer.getInt(at);
      case FLOAT -> buffer.getFloat(at);
      case DOUBLE -> buffer.getDouble(at);
    };
  }
}
