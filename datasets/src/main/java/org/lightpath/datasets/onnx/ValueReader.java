package org.lightpath.datasets.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.onnx.OnnxValue.Dim;

/** Reads messages of type ValueInfoProto. */
final class ValueReader {
  private final Source source;

  ValueReader(Source source) {
    this.source = source;
  }

  private static final class Fields {
    String name = "";
    String kind = "";
    long type;
    @Nullable List<Dim> dims;
  }

  /**
   * A value.
   *
   * @param border whether it is an input or output of a graph, which must be a tensor of a
   *     supported type if it tells a type; values within may be of other kinds, which are passed
   *     over
   */
  OnnxValue read(Wire wire, boolean border) {
    Fields fields = new Fields();
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> fields.name = wire.text();
        case 2 -> readType(wire.message("type"), fields);
        default -> wire.skip();
      }
    }
    if (fields.name.isEmpty()) {
      throw invalid(wire, "value", "no name", "a name", Source.DAMAGED);
    }
    OnnxType type = OnnxType.of(fields.type).orElse(null);
    if (border && (!fields.kind.isEmpty() || (type == null && fields.type != 0))) {
      throw invalid(
          wire,
          "type of input or output '%s'".formatted(InvalidModelException.shown(fields.name)),
          fields.kind.isEmpty() ? OnnxType.nameOf(fields.type) : fields.kind,
          "a tensor of a supported type",
          "this kind is not supported: convert it before the export");
    }
    return new OnnxValue(fields.name, type, fields.dims);
  }

  private void readType(Wire wire, Fields fields) {
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> readTensorType(wire.message("tensor type"), fields);
        case 4 -> other(wire, fields, "a sequence");
        case 5 -> other(wire, fields, "a map");
        case 8 -> other(wire, fields, "a sparse tensor");
        case 9 -> other(wire, fields, "an optional");
        default -> wire.skip();
      }
    }
  }

  private static void other(Wire wire, Fields fields, String kind) {
    fields.kind = kind;
    wire.skip();
  }

  private void readTensorType(Wire wire, Fields fields) {
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> fields.type = wire.varint();
        case 2 -> fields.dims = shape(wire.message("shape"));
        default -> wire.skip();
      }
    }
  }

  private List<Dim> shape(Wire wire) {
    List<Dim> dims = new ArrayList<>();
    while (wire.next()) {
      if (wire.field() == 1) {
        dims.add(dim(wire.message("extent")));
      } else {
        wire.skip();
      }
    }
    return dims;
  }

  private Dim dim(Wire wire) {
    long value = -1;
    String name = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> value = wire.varint();
        case 2 -> name = wire.text();
        default -> wire.skip();
      }
    }
    // Some exporters write -1 for an open extent; nothing else below 0 has a meaning.
    if (value < -1) {
      throw invalid(wire, "extent", Long.toString(value), "0 or more", Source.DAMAGED);
    }
    return new Dim(value, name);
  }

  private InvalidModelException invalid(
      Wire wire, String what, String observed, String expected, String action) {
    return source.invalid(wire.start(), what, observed, expected, action);
  }
}
