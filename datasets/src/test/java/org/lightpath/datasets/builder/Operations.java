package org.lightpath.datasets.builder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxGraph;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxValue;

/** Counts multiply-accumulate operations of one sample from the shapes that a graph tells. */
final class Operations {
  private final Map<String, List<Long>> dims = new HashMap<>();

  private Operations(OnnxGraph graph) {
    graph.initializers().forEach((name, tensor) -> dims.put(name, tensor.dims()));
    graph.inputs().forEach(this::addDims);
    graph.values().forEach(this::addDims);
    for (OnnxNode node : graph.nodes()) {
      if (node.attributes().get("value") instanceof OnnxAttribute.Constant(var tensor)) {
        dims.put(node.outputs().getFirst(), tensor.dims());
      }
    }
  }

  private void addDims(OnnxValue value) {
    List<OnnxValue.Dim> given = value.dims();
    if (given != null) {
      dims.put(value.name(), given.stream().map(dim -> Math.abs(dim.value())).toList());
    }
  }

  /** Operations by operator; "depthwise" are convolutions of one input channel a group. */
  static Map<String, Long> count(OnnxGraph graph) {
    Operations counter = new Operations(graph);
    Map<String, Long> counts = new TreeMap<>();
    for (OnnxNode node : graph.nodes()) {
      long count = counter.count(node);
      if (count > 0) {
        String kind = node.attributes().containsKey("group") ? "depthwise" : node.operator();
        counts.merge(kind, count, Long::sum);
      }
    }
    return counts;
  }

  private long count(OnnxNode node) {
    return switch (node.operator()) {
      case "MatMul" -> elements(node.outputs().getFirst()) * last(node.inputs().getFirst());
      case "Conv" -> elements(node.outputs().getFirst()) * window(node);
      case "ConvTranspose" -> elements(node.inputs().getFirst()) * window(node);
      default -> 0;
    };
  }

  /** Weights of one output (Conv) or input (ConvTranspose) element: all but the first extent. */
  private long window(OnnxNode node) {
    return dims(node.inputs().get(1)).stream().skip(1).reduce(1L, Math::multiplyExact);
  }

  private List<Long> dims(String name) {
    return Objects.requireNonNull(dims.get(name), name);
  }

  private long last(String name) {
    return dims(name).getLast();
  }

  private long elements(String name) {
    return dims(name).stream().reduce(1L, Math::multiplyExact);
  }
}
