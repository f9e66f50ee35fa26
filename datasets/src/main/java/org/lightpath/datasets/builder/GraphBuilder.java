package org.lightpath.datasets.builder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxGraph;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/**
 * Builds a graph node by node, with the shape of every value. Every parameter of the model is an
 * initializer; constants that are no parameters (shapes, masks, tables) are Constant nodes, so that
 * the initializers add up to the published size.
 */
final class GraphBuilder {
  private static final long IR_VERSION = 8;
  private static final long OPSET = 17;

  private enum Fill {
    RANDOM,
    ZEROS,
    ONES
  }

  private record Parameter(Fill fill, List<Long> dims) {
    long elements() {
      return dims.stream().reduce(1L, Math::multiplyExact);
    }
  }

  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<OnnxValue> inputs = new ArrayList<>();
  private final List<OnnxValue> outputs = new ArrayList<>();
  private final List<OnnxValue> values = new ArrayList<>();

  /** An input of the graph. */
  Value input(String name, OnnxType type, Long... dims) {
    Value value = new Value(name, List.of(dims));
    inputs.add(described(value, type));
    return value;
  }

  /** Makes a value an output of the graph under a name. */
  void output(Value value, String name) {
    Value named = new Value(name, value.dims());
    nodes.add(new OnnxNode(name, "Identity", "", List.of(value.name()), List.of(name), Map.of()));
    outputs.add(described(named, OnnxType.FLOAT));
  }

  /** A parameter with random elements. */
  Value random(String name, Long... dims) {
    return parameter(name, Fill.RANDOM, List.of(dims));
  }

  /** A parameter whose elements are 0. */
  Value zeros(String name, Long... dims) {
    return parameter(name, Fill.ZEROS, List.of(dims));
  }

  /** A parameter whose elements are 1. */
  Value ones(String name, Long... dims) {
    return parameter(name, Fill.ONES, List.of(dims));
  }

  private Value parameter(String name, Fill fill, List<Long> dims) {
    if (parameters.putIfAbsent(name, new Parameter(fill, dims)) != null) {
      throw new IllegalStateException("parameter '%s' is there already".formatted(name));
    }
    return new Value(name, dims);
  }

  /** Whole numbers that are no parameter. */
  Value wholes(String name, long... numbers) {
    ByteBuffer bytes = buffer(Long.BYTES * numbers.length);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return constant(name, OnnxType.INT64, List.of((long) numbers.length), bytes);
  }

  /** Real numbers that are no parameter. */
  Value reals(String name, List<Long> dims, float... numbers) {
    ByteBuffer bytes = buffer(Float.BYTES * numbers.length);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return constant(name, OnnxType.FLOAT, dims, bytes);
  }

  /** A real number that is no parameter. */
  Value real(String name, double number) {
    return reals(name, List.of(), (float) number);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Value constant(String name, OnnxType type, List<Long> dims, ByteBuffer bytes) {
    MemorySegment data = MemorySegment.ofBuffer(bytes.flip()).asReadOnly();
    OnnxTensor tensor = new OnnxTensor(name, type, dims, data);
    Value value = new Value(name, dims);
    nodes.add(
        new OnnxNode(
            name,
            "Constant",
            "",
            List.of(),
            List.of(name),
            Map.of("value", new OnnxAttribute.Constant(tensor))));
    return value;
  }

  /** A node without attributes, whose only output has its name. */
  Value node(String operator, String name, List<Long> dims, Value... operands) {
    return node(operator, name, dims, Map.of(), operands);
  }

  /** A node whose only output has its name. */
  Value node(
      String operator,
      String name,
      List<Long> dims,
      Map<String, OnnxAttribute> attributes,
      Value... operands) {
    Value value = new Value(name, dims);
    List<String> names = List.of(operands).stream().map(Value::name).toList();
    nodes.add(new OnnxNode(name, operator, "", names, List.of(name), attributes));
    values.add(described(value, OnnxType.FLOAT));
    return value;
  }

  /** Attribute of whole numbers. */
  static OnnxAttribute wholes(Long... numbers) {
    return new OnnxAttribute.Wholes(List.of(numbers));
  }

  /** Attribute of a whole number. */
  static OnnxAttribute whole(long number) {
    return new OnnxAttribute.Whole(number);
  }

  /** The model, whose memory its close gives back. */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the model: see its close()
  OnnxModel build(String name, long seed) {
    Arena arena = Arena.ofShared();
    try {
      SeededWeights weights = new SeededWeights(arena, seed, largest(true), largest(false));
      Map<String, OnnxTensor> initializers = new LinkedHashMap<>();
      parameters.forEach(
          (key, parameter) ->
              initializers.put(key, tensor(key, parameter, weights, initializers.size())));
      OnnxGraph graph = new OnnxGraph(name, nodes, initializers, inputs, outputs, values);
      String label = "%s (shape-only, random weights, seed %d)".formatted(name, seed);
      return new OnnxModel(label, IR_VERSION, Map.of("", OPSET), graph, arena);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private long largest(boolean random) {
    return parameters.values().stream()
        .filter(parameter -> (parameter.fill() == Fill.RANDOM) == random)
        .mapToLong(Parameter::elements)
        .max()
        .orElse(0);
  }

  private static OnnxTensor tensor(
      String name, Parameter parameter, SeededWeights weights, int number) {
    long elements = parameter.elements();
    MemorySegment data =
        switch (parameter.fill()) {
          case RANDOM -> weights.random(number, elements);
          case ZEROS -> weights.zeros(elements);
          case ONES -> weights.ones(elements);
        };
    return new OnnxTensor(name, OnnxType.FLOAT, parameter.dims(), data);
  }

  private static OnnxValue described(Value value, OnnxType type) {
    List<OnnxValue.Dim> dims =
        value.dims().stream()
            .map(extent -> new OnnxValue.Dim(extent, extent == Value.BATCH ? "batch" : ""))
            .toList();
    return new OnnxValue(value.name(), type, dims);
  }
}
