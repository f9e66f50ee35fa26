package org.lightpath.datasets.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node of a graph.
 *
 * @param name as the file has it, or "OpType_17" by its place in the file where it has none; the
 *     place is also appended to a name that a node before has
 * @param operator type, "Conv" for instance
 * @param domain empty for the standard operators
 * @param inputs names of values; empty for an optional input that is left out
 * @param outputs names of values; empty for an optional output that is left out
 * @param attributes by name
 */
public record OnnxNode(
    String name,
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Map<String, OnnxAttribute> attributes) {
  /** Copies the lists and the map, in their order. */
  public OnnxNode {
    Objects.requireNonNull(name);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(domain);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
