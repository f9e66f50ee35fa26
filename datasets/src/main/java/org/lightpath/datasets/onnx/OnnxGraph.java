package org.lightpath.datasets.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A graph of operators, as a file has it.
 *
 * @param name of the graph
 * @param nodes in an order in which every value is made before it is used
 * @param initializers constants by name
 * @param inputs what the graph needs, without its initializers
 * @param outputs what it gives
 * @param values shapes that the file tells of values within
 */
public record OnnxGraph(
    String name,
    List<OnnxNode> nodes,
    Map<String, OnnxTensor> initializers,
    List<OnnxValue> inputs,
    List<OnnxValue> outputs,
    List<OnnxValue> values) {
  /** Copies the lists and the map, in their order. */
  public OnnxGraph {
    Objects.requireNonNull(name);
    nodes = List.copyOf(nodes);
    initializers = Collections.unmodifiableMap(new LinkedHashMap<>(initializers));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    values = List.copyOf(values);
  }
}
