package org.lightpath.datasets.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of one protobuf message. */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A whole number. */
  WireWriter whole(int field, long value) {
    varint((long) field << 3 | Wire.VARINT);
    varint(value);
    return this;
  }

  /** A real number of four bytes. */
  WireWriter real(int field, float value) {
    varint((long) field << 3 | Wire.FIXED32);
    fixed(Float.floatToRawIntBits(value), Float.BYTES);
    return this;
  }

  /** A text in UTF-8. */
  WireWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes with their length. */
  WireWriter bytes(int field, byte[] value) {
    varint((long) field << 3 | Wire.BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** A message within this one. */
  WireWriter message(int field, WireWriter value) {
    return bytes(field, value.toByteArray());
  }

  /** A bare varint, as packed runs have them. */
  WireWriter varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** A bare number of some bytes, little-endian, as packed runs have them. */
  WireWriter fixed(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  /** What was written. */
  byte[] toByteArray() {
    return out.toByteArray();
  }
}
