package org.lightpath.datasets.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;

/**
 * Reads messages of type TensorProto. Raw data and single packed runs of four- or eight-byte
 * numbers stay views of the file; other lists of numbers are copied.
 */
final class TensorReader {
  private static final int MAX_DIMS = 16;
  private static final int DIMS = 1;
  private static final int DATA_TYPE = 2;
  private static final int SEGMENT = 3;
  private static final int FLOATS = 4;
  private static final int INT32S = 5;
  private static final int STRINGS = 6;
  private static final int INT64S = 7;
  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final int DOUBLES = 10;
  private static final int UINT64S = 11;
  private static final int EXTERNAL = 13;
  private static final int LOCATION = 14;

  private final Source source;
  private final ExternalData external;

  TensorReader(Source source, ExternalData external) {
    this.source = source;
    this.external = external;
  }

  /** What a first pass over the message tells. */
  private static final class Header {
    final List<Long> dims = new ArrayList<>();
    final Map<String, String> entries = new LinkedHashMap<>();
    String name = "";
    long type;
    boolean outside;
    @Nullable MemorySegment raw;
    @Nullable MemorySegment run;
    int listField;
    long listed;
  }

  /**
   * A tensor.
   *
   * @param owner what has it, for messages: "node 'x', attribute 'value'"
   */
  OnnxTensor read(Wire wire, String owner) {
    Wire second = wire.again();
    Header header = header(wire, owner);
    String what =
        header.name.isEmpty()
            ? "tensor of " + owner
            : "tensor '%s'".formatted(InvalidModelException.shown(header.name));
    OnnxType type = type(header, what, wire.start());
    long elements = elements(header, what, wire.start());
    if (elements > Long.MAX_VALUE / type.bytes()) {
      throw tooLarge(header, what, wire.start());
    }
    long size = elements * type.bytes();
    MemorySegment data = data(header, second, new Wanted(what, type, elements, size));
    if (data.byteSize() != size) {
      throw source.invalid(
          wire.start(),
          what + ": data",
          data.byteSize() + " B",
          "%d B for %s of extents %s".formatted(size, type, header.dims),
          Source.DAMAGED);
    }
    if (type == OnnxType.BOOL) {
      checkBooleans(data, what, wire.start());
    }
    return new OnnxTensor(header.name, type, header.dims, data.asReadOnly());
  }

  private record Wanted(String what, OnnxType type, long elements, long size) {}

  private Header header(Wire wire, String owner) {
    Header header = new Header();
    while (wire.next()) {
      switch (wire.field()) {
        case DIMS -> wire.varints(extent -> addExtent(header, wire, owner, extent));
        case DATA_TYPE -> header.type = wire.varint();
        case SEGMENT -> throw unsupported(wire, owner, "a segment of a tensor", "whole tensors");
        case STRINGS -> throw unsupported(wire, owner, "words (STRING)", "numbers");
        case UINT64S -> throw unsupported(wire, owner, "unsigned 64-bit numbers", "INT64");
        case NAME -> header.name = wire.text();
        case RAW -> header.raw = wire.bytes();
        case FLOATS, DOUBLES, INT32S, INT64S -> list(header, wire, owner);
        case EXTERNAL -> addEntry(header, wire.message("external_data"));
        case LOCATION -> header.outside = outside(wire);
        default -> wire.skip();
      }
    }
    return header;
  }

  private void addExtent(Header header, Wire wire, String owner, long extent) {
    if (extent < 0 || header.dims.size() == MAX_DIMS) {
      throw source.invalid(
          wire.offset(),
          "extents of a tensor of " + owner,
          extent < 0 ? "an extent of " + extent : "more than " + MAX_DIMS,
          "at most %d extents of 0 or more".formatted(MAX_DIMS),
          Source.DAMAGED);
    }
    source.takeItems(wire.offset(), 1);
    header.dims.add(extent);
  }

  private static void addEntry(Header header, Wire entry) {
    String key = "";
    String value = "";
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = entry.text();
        case 2 -> value = entry.text();
        default -> entry.skip();
      }
    }
    header.entries.put(key, value);
  }

  private static boolean outside(Wire wire) {
    long location = wire.varint();
    if (location != 0 && location != 1) {
      throw wire.damaged("data_location", Long.toString(location), "0 (here) or 1 (external)");
    }
    return location == 1;
  }

  /** Counts the numbers of a list and keeps the first run, in case it stays alone. */
  private void list(Header header, Wire wire, String owner) {
    int field = wire.field();
    if (header.listField != 0 && header.listField != field) {
      throw wire.damaged(
          "data of a tensor of " + owner, "lists of two types", "one list of numbers");
    }
    header.listField = field;
    int size = numberSize(field);
    if (wire.type() == Wire.BYTES && size > 0) {
      MemorySegment run = wire.bytes();
      if (run.byteSize() % size != 0) {
        throw wire.damaged("run of numbers", run.byteSize() + " B", "a multiple of " + size + " B");
      }
      header.run = header.listed == 0 ? run : null;
      header.listed += run.byteSize() / size;
    } else if (size == 0) {
      wire.varints(ignored -> header.listed++);
    } else {
      header.run = null;
      wire.skip();
      header.listed++;
    }
  }

  private static int numberSize(int field) {
    return switch (field) {
      case FLOATS -> Float.BYTES;
      case DOUBLES -> Double.BYTES;
      default -> 0;
    };
  }

  private OnnxType type(Header header, String what, long offset) {
    return OnnxType.of(header.type)
        .orElseThrow(
            () ->
                source.invalid(
                    offset,
                    what + ": data type",
                    OnnxType.nameOf(header.type),
                    "FLOAT, UINT8, INT8, INT32, INT64, BOOL, FLOAT16, DOUBLE or BFLOAT16",
                    "this type is not supported: convert the tensor before the export"));
  }

  private long elements(Header header, String what, long offset) {
    try {
      return header.dims.stream().reduce(1L, Math::multiplyExact);
    } catch (ArithmeticException e) {
      InvalidModelException invalid = tooLarge(header, what, offset);
      invalid.initCause(e);
      throw invalid;
    }
  }

  private InvalidModelException tooLarge(Header header, String what, long offset) {
    return source.invalid(
        offset,
        what + ": number of elements",
        "extents " + header.dims,
        "fewer than 2^63 B",
        Source.DAMAGED);
  }

  private MemorySegment data(Header header, Wire second, Wanted wanted) {
    MemorySegment raw = header.raw;
    boolean hasRaw = raw != null && (raw.byteSize() > 0 || header.listed == 0);
    if (header.outside) {
      if (header.listed > 0 || (raw != null && raw.byteSize() > 0)) {
        throw twice(second, wanted, "data in the file and outside");
      }
      return external.view(header.entries, second.start(), wanted.what(), wanted.size());
    }
    if (raw != null && hasRaw) {
      if (header.listed > 0) {
        throw twice(second, wanted, "raw data and a list of numbers");
      }
      return raw;
    }
    return listed(header, second, wanted);
  }

  private InvalidModelException twice(Wire wire, Wanted wanted, String observed) {
    return source.invalid(
        wire.start(), wanted.what() + ": data", observed, "one of them", Source.DAMAGED);
  }

  private MemorySegment listed(Header header, Wire second, Wanted wanted) {
    int field = listField(wanted.type());
    if (header.listed != wanted.elements() || (header.listed > 0 && field != header.listField)) {
      throw source.invalid(
          second.start(),
          wanted.what() + ": data",
          "%d numbers in field %d".formatted(header.listed, header.listField),
          "%d numbers in field %d for %s of extents %s"
              .formatted(wanted.elements(), field, wanted.type(), header.dims),
          Source.DAMAGED);
    }
    if (header.run != null) {
      return header.run;
    }
    MemorySegment data = source.allocate(second.start(), wanted.size(), wanted.what());
    long[] index = {0};
    while (second.next()) {
      if (second.field() != field || header.listed == 0) {
        second.skip();
      } else if (field == FLOATS) {
        second.fixed32(bits -> put(data, wanted, index[0]++, bits));
      } else if (field == DOUBLES) {
        second.fixed64(bits -> put(data, wanted, index[0]++, bits));
      } else {
        second.varints(number -> put(data, wanted, index[0]++, checked(second, wanted, number)));
      }
    }
    return data;
  }

  private static int listField(OnnxType type) {
    return switch (type) {
      case FLOAT -> FLOATS;
      case DOUBLE -> DOUBLES;
      case INT64 -> INT64S;
      case INT32, INT8, UINT8, BOOL, FLOAT16, BFLOAT16 -> INT32S;
    };
  }

  private long checked(Wire wire, Wanted wanted, long number) {
    long lowest =
        switch (wanted.type()) {
          case INT8 -> Byte.MIN_VALUE;
          case INT32 -> Integer.MIN_VALUE;
          case INT64 -> Long.MIN_VALUE;
          default -> 0;
        };
    long highest =
        switch (wanted.type()) {
          case BOOL -> 1;
          case INT8 -> Byte.MAX_VALUE;
          case UINT8 -> 0xFF;
          case FLOAT16, BFLOAT16 -> 0xFFFF;
          case INT32 -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    if (number < lowest || number > highest) {
      throw wire.damaged(
          "element of %s of type %s".formatted(wanted.what(), wanted.type()),
          Long.toString(number),
          "%d to %d".formatted(lowest, highest));
    }
    return number;
  }

  private static void put(MemorySegment data, Wanted wanted, long index, long bits) {
    long at = index * wanted.type().bytes();
    for (int i = 0; i < wanted.type().bytes(); i++) {
      data.set(ValueLayout.JAVA_BYTE, at + i, (byte) (bits >>> (8 * i)));
    }
  }

  private void checkBooleans(MemorySegment data, String what, long offset) {
    for (long i = 0; i < data.byteSize(); i++) {
      byte value = data.get(ValueLayout.JAVA_BYTE, i);
      if (value != 0 && value != 1) {
        throw source.invalid(
            offset,
            what + ": element " + i + " of type BOOL",
            "" + value,
            "0 or 1",
            Source.DAMAGED);
      }
    }
  }

  private InvalidModelException unsupported(
      Wire wire, String owner, String observed, String expected) {
    return source.invalid(
        wire.offset(),
        "tensor of " + owner,
        observed,
        expected,
        "this kind is not supported: convert the tensor before the export");
  }
}
