package org.lightpath.datasets.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;

/** Reads messages of type AttributeProto. */
final class AttributeReader {
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int WHOLE = 3;
  private static final int TEXT = 4;
  private static final int TENSOR = 5;
  private static final int GRAPH = 6;
  private static final int REALS = 7;
  private static final int WHOLES = 8;
  private static final int TEXTS = 9;
  private static final int TENSORS = 10;
  private static final int GRAPHS = 11;
  private static final int TYPE_PROTO = 14;
  private static final int TYPE_PROTOS = 15;
  private static final int TYPE = 20;
  private static final int REFERENCE = 21;
  private static final int SPARSE = 22;
  private static final int SPARSES = 23;

  private final Source source;
  private final TensorReader tensors;
  private final GraphReader graphs;

  AttributeReader(Source source, TensorReader tensors, GraphReader graphs) {
    this.source = source;
    this.tensors = tensors;
    this.graphs = graphs;
  }

  /** An attribute and its name. */
  record Named(String name, OnnxAttribute value) {}

  /** What the fields of a message hold, before its type is known. */
  private static final class Fields {
    String name = "";
    long type;
    float real;
    long whole;
    String text = "";
    @Nullable OnnxTensor tensor;
    @Nullable OnnxGraph graph;
    final List<Float> reals = new ArrayList<>();
    final List<Long> wholes = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    int last;
  }

  /**
   * An attribute.
   *
   * @param owner the node, for messages
   * @param depth of the graph that has the node
   */
  Named read(Wire wire, String owner, int depth) {
    Fields fields = new Fields();
    while (wire.next()) {
      int field = wire.field();
      switch (field) {
        case NAME -> fields.name = wire.text();
        case TYPE -> fields.type = wire.varint();
        case REAL -> fields.real = wire.real();
        case WHOLE -> fields.whole = wire.varint();
        case TEXT -> fields.text = wire.text();
        case TENSOR -> fields.tensor = tensors.read(wire.message("tensor"), owner);
        case GRAPH -> fields.graph = graphs.read(wire.message("subgraph"), depth + 1);
        case REALS -> reals(wire, fields);
        case WHOLES -> wire.varints(value -> fields.wholes.add(taken(wire, value)));
        case TEXTS -> fields.texts.add(wire.text());
        case TENSORS -> throw unsupported(wire, owner, "a list of tensors");
        case GRAPHS -> throw unsupported(wire, owner, "a list of graphs");
        case TYPE_PROTO, TYPE_PROTOS -> throw unsupported(wire, owner, "a type");
        case REFERENCE -> throw unsupported(wire, owner, "a reference to a function's attribute");
        case SPARSE, SPARSES -> throw unsupported(wire, owner, "a sparse tensor");
        default -> wire.skip();
      }
      if (field >= REAL && field <= TEXTS) {
        fields.last = field;
      }
    }
    if (fields.name.isEmpty()) {
      throw invalid(wire, owner, "no name", "a name");
    }
    return new Named(fields.name, value(fields, wire, owner));
  }

  private void reals(Wire wire, Fields fields) {
    wire.fixed32(bits -> fields.reals.add(Float.intBitsToFloat((int) taken(wire, bits))));
  }

  private long taken(Wire wire, long value) {
    source.takeItems(wire.offset(), 1);
    return value;
  }

  /** The value by the type told, or by the field that is there in files older than types. */
  private OnnxAttribute value(Fields fields, Wire wire, String owner) {
    long type = fields.type == 0 ? fields.last - 1L : fields.type;
    String what = "%s, attribute '%s'".formatted(owner, InvalidModelException.shown(fields.name));
    return switch (Math.clamp(type, -1, Integer.MAX_VALUE)) {
      case 1 -> new OnnxAttribute.Real(fields.real);
      case 2 -> new OnnxAttribute.Whole(fields.whole);
      case 3 -> new OnnxAttribute.Text(fields.text);
      case 4 -> new OnnxAttribute.Constant(present(fields.tensor, wire, what, "a tensor"));
      case 5 -> new OnnxAttribute.Subgraph(present(fields.graph, wire, what, "a graph"));
      case 6 -> new OnnxAttribute.Reals(fields.reals);
      case 7 -> new OnnxAttribute.Wholes(fields.wholes);
      case 8 -> new OnnxAttribute.Texts(fields.texts);
      default -> throw invalid(wire, what, "type " + fields.type, "type 1 to 8");
    };
  }

  private <T> T present(@Nullable T value, Wire wire, String what, String expected) {
    if (value == null) {
      throw invalid(wire, what, "none", expected);
    }
    return value;
  }

  private InvalidModelException invalid(Wire wire, String what, String observed, String expected) {
    return source.invalid(wire.start(), "attribute of " + what, observed, expected, Source.DAMAGED);
  }

  private InvalidModelException unsupported(Wire wire, String owner, String observed) {
    return source.invalid(
        wire.offset(),
        "attribute of " + owner,
        observed,
        "a number, a word, a tensor, a graph, or a list of numbers or words",
        "this kind is not supported: rewrite the node before the export");
  }
}
