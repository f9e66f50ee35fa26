package org.lightpath.datasets.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.lightpath.datasets.InvalidModelException;

/**
 * Cursor over the fields of one protobuf message. Nothing it reads leaves the message: each varint
 * and length is checked against its end.
 *
 * <p>Wire types: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes; groups (3, 4) are not
 * used by ONNX and are refused. Source: protobuf documentation, "Encoding".
 */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int VARINT_BYTES = 10;

  private final Source source;
  private final String message;
  private final long start;
  private final long end;
  private long position;
  private long fieldStart;
  private int field;
  private int type;

  Wire(Source source, String message, long start, long end) {
    this.source = source;
    this.message = message;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  /** Cursor at the start of the same message. */
  Wire again() {
    return new Wire(source, message, start, end);
  }

  /** Reads the next tag; false at the end of the message. */
  boolean next() {
    if (position == end) {
      return false;
    }
    fieldStart = position;
    long tag = varintAt("tag");
    type = (int) (tag & 7);
    field = (int) (tag >>> 3);
    if (tag >>> 32 != 0 || field == 0) {
      throw damaged(
          "tag of a field", Long.toUnsignedString(tag), "a field number of 1 to 2^29 − 1");
    }
    return true;
  }

  /** Number of the field at the cursor. */
  int field() {
    return field;
  }

  /** Wire type of the field at the cursor. */
  int type() {
    return type;
  }

  /** Where the field at the cursor starts in the file [B]. */
  long offset() {
    return fieldStart;
  }

  /** Where the message starts in the file [B]. */
  long start() {
    return start;
  }

  /** Passes over the field. */
  void skip() {
    switch (type) {
      case VARINT -> varintAt("skipped number");
      case FIXED64 -> advance(Long.BYTES);
      case BYTES -> advance(length());
      case FIXED32 -> advance(Integer.BYTES);
      default -> throw damaged("wire type", Integer.toString(type), "0, 1, 2 or 5");
    }
  }

  /** A whole number. */
  long varint() {
    expect(VARINT);
    return varintAt("number");
  }

  /** A real number of four bytes. */
  float real() {
    expect(FIXED32);
    return source
        .bytes()
        .get(
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
            advance(Float.BYTES));
  }

  /** Bytes, as a view of the file. */
  MemorySegment bytes() {
    expect(BYTES);
    long length = length();
    return source.bytes().asSlice(advance(length), length);
  }

  /** A text in UTF-8. */
  String text() {
    expect(BYTES);
    long length = length();
    source.takeItems(fieldStart, 1);
    if (!source.budget().takeText(length)) {
      throw source.invalid(
          fieldStart,
          where("text of " + length + " B"),
          "more text",
          "at most %d B of names and words in a file".formatted(Budget.TEXT),
          Source.DAMAGED);
    }
    MemorySegment slice = source.bytes().asSlice(advance(length), length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(slice.asByteBuffer()).toString();
    } catch (CharacterCodingException e) {
      InvalidModelException invalid = damaged("text", "bytes that are not UTF-8", "UTF-8");
      invalid.initCause(e);
      throw invalid;
    }
  }

  /** A message within this one. */
  Wire message(String name) {
    expect(BYTES);
    source.takeItems(fieldStart, 1);
    long length = length();
    long from = advance(length);
    return new Wire(source, name, from, from + length);
  }

  /** Whole numbers of a repeated field: one, or a packed run of them. */
  void varints(LongConsumer each) {
    if (type == VARINT) {
      each.accept(varintAt("number"));
      return;
    }
    Wire run = run();
    while (run.position < run.end) {
      each.accept(run.varintAt("packed number"));
    }
  }

  /** Bits of the four-byte numbers of a repeated field: one, or a packed run of them. */
  void fixed32(LongConsumer each) {
    if (type == FIXED32) {
      each.accept(source.bytes().get(INT, advance(Integer.BYTES)));
      return;
    }
    Wire run = run();
    while (run.position < run.end) {
      each.accept(source.bytes().get(INT, run.advance(Integer.BYTES)));
    }
  }

  /** Bits of the eight-byte numbers of a repeated field: one, or a packed run of them. */
  void fixed64(LongConsumer each) {
    if (type == FIXED64) {
      each.accept(source.bytes().get(LONG, advance(Long.BYTES)));
      return;
    }
    Wire run = run();
    while (run.position < run.end) {
      each.accept(source.bytes().get(LONG, run.advance(Long.BYTES)));
    }
  }

  /** Exception for content that no writer of the format makes. */
  InvalidModelException damaged(String what, String observed, String expected) {
    return source.invalid(fieldStart, where(what), observed, expected, Source.DAMAGED);
  }

  private Wire run() {
    expect(BYTES);
    long length = length();
    long from = advance(length);
    Wire run = new Wire(source, message, from, from + length);
    run.fieldStart = fieldStart;
    run.field = field;
    return run;
  }

  private void expect(int expected) {
    if (type != expected) {
      throw damaged("wire type", Integer.toString(type), Integer.toString(expected));
    }
  }

  private long length() {
    long length = varintAt("length");
    if (length < 0 || length > end - position) {
      throw damaged(
          "length", Long.toUnsignedString(length) + " B", "at most %d B".formatted(end - position));
    }
    return length;
  }

  private long advance(long size) {
    if (size > end - position) {
      throw damaged(
          "number of %d B".formatted(size),
          "%d B to the end".formatted(end - position),
          "at least %d B".formatted(size));
    }
    long at = position;
    position += size;
    return at;
  }

  private long varintAt(String what) {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES; i++) {
      if (position == end) {
        throw damaged(what, "the end of the message", "a varint");
      }
      byte next = source.bytes().get(ValueLayout.JAVA_BYTE, position++);
      value |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        if (i == VARINT_BYTES - 1 && next > 1) {
          break;
        }
        return value;
      }
    }
    throw damaged(what, "a varint of more than 64 bits", "at most 64 bits");
  }

  private String where(String what) {
    return field == 0
        ? "%s in %s".formatted(what, message)
        : "%s of field %d in %s".formatted(what, field, message);
  }
}
