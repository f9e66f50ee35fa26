package org.lightpath.datasets.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lightpath.datasets.InvalidModelException;

/** Reads messages of type GraphProto and NodeProto, in the order of the file. */
final class GraphReader {
  /** Graphs within graphs. Assumed: published models use two. */
  static final int MAX_DEPTH = 8;

  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int VALUE_INFO = 13;
  private static final int SPARSE_INITIALIZER = 15;

  private final Source source;
  private final TensorReader tensors;
  private final AttributeReader attributes;
  private final ValueReader values;
  private final IdentityHashMap<Object, Long> offsets = new IdentityHashMap<>();

  GraphReader(Source source, TensorReader tensors) {
    this.source = source;
    this.tensors = tensors;
    this.attributes = new AttributeReader(source, tensors, this);
    this.values = new ValueReader(source);
  }

  /** Where a graph or node that was read starts in the file [B]. */
  long offset(Object graphOrNode) {
    return offsets.getOrDefault(graphOrNode, InvalidModelException.NO_OFFSET);
  }

  private static final class Parts {
    String name = "";
    final List<OnnxNode> nodes = new ArrayList<>();
    final Set<String> nodeNames = new HashSet<>();
    final Map<String, OnnxTensor> initializers = new LinkedHashMap<>();
    final List<OnnxValue> inputs = new ArrayList<>();
    final List<OnnxValue> outputs = new ArrayList<>();
    final List<OnnxValue> values = new ArrayList<>();
  }

  /**
   * A graph.
   *
   * @param depth 0 for the main graph
   */
  OnnxGraph read(Wire wire, int depth) {
    if (depth > MAX_DEPTH) {
      throw source.invalid(
          wire.start(),
          "graphs within graphs",
          "more than " + MAX_DEPTH,
          "at most " + MAX_DEPTH,
          Source.DAMAGED);
    }
    Parts parts = new Parts();
    while (wire.next()) {
      switch (wire.field()) {
        case NODE -> parts.nodes.add(node(wire.message("node"), parts, depth));
        case NAME -> parts.name = wire.text();
        case INITIALIZER -> addInitializer(wire, parts);
        case INPUT -> parts.inputs.add(values.read(wire.message("input"), true));
        case OUTPUT -> parts.outputs.add(values.read(wire.message("output"), true));
        case VALUE_INFO -> parts.values.add(values.read(wire.message("value_info"), false));
        case SPARSE_INITIALIZER ->
            throw source.invalid(
                wire.offset(),
                "initializer",
                "a sparse tensor",
                "a dense tensor",
                "sparse tensors are not supported: convert it before the export");
        default -> wire.skip();
      }
    }
    parts.inputs.removeIf(input -> parts.initializers.containsKey(input.name()));
    OnnxGraph graph =
        new OnnxGraph(
            parts.name, parts.nodes, parts.initializers, parts.inputs, parts.outputs, parts.values);
    offsets.put(graph, wire.start());
    return graph;
  }

  private void addInitializer(Wire wire, Parts parts) {
    OnnxTensor tensor = tensors.read(wire.message("initializer"), "an initializer");
    if (tensor.name().isEmpty()) {
      throw wire.damaged("initializer", "no name", "a name");
    }
    if (parts.initializers.putIfAbsent(tensor.name(), tensor) != null) {
      throw source.invalid(
          wire.offset(),
          "initializer '%s'".formatted(InvalidModelException.shown(tensor.name())),
          "two of that name",
          "one",
          "rename one of them: a name stands for one value");
    }
  }

  private OnnxNode node(Wire wire, Parts parts, int depth) {
    int place = parts.nodes.size();
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, OnnxAttribute> found = new LinkedHashMap<>();
    String[] words = {"", "", ""}; // name, operator, domain, which attributes need first
    Wire names = wire.again();
    while (names.next()) {
      switch (names.field()) {
        case 3 -> words[0] = names.text();
        case 4 -> words[1] = names.text();
        case 7 -> words[2] = names.text();
        default -> names.skip();
      }
    }
    if (words[1].isEmpty()) {
      throw source.invalid(
          wire.start(), "node " + place, "no operator", "an op_type", Source.DAMAGED);
    }
    String name = nodeName(words[0], words[1] + "_" + place, parts.nodeNames);
    String shown = "node '%s'".formatted(InvalidModelException.shown(name));
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> inputs.add(wire.text());
        case 2 -> outputs.add(wire.text());
        case 5 -> {
          Wire message = wire.message("attribute");
          AttributeReader.Named read = attributes.read(message, shown, depth);
          if (found.putIfAbsent(read.name(), read.value()) != null) {
            throw wire.damaged(
                "attribute '%s' of %s".formatted(InvalidModelException.shown(read.name()), shown),
                "two of that name",
                "one");
          }
        }
        default -> wire.skip();
      }
    }
    String domain = words[2].equals(OnnxReader.STANDARD_DOMAIN) ? "" : words[2];
    OnnxNode node = new OnnxNode(name, words[1], domain, inputs, outputs, found);
    offsets.put(node, wire.start());
    return node;
  }

  private static String nodeName(String given, String byPlace, Set<String> taken) {
    String name = given.isEmpty() ? byPlace : given;
    if (!taken.add(name)) {
      name = name + "_" + byPlace.substring(byPlace.lastIndexOf('_') + 1);
      while (!taken.add(name)) {
        name = name + "_";
      }
    }
    return name;
  }
}
