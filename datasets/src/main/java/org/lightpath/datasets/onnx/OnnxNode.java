package org.lightpath.datasets.onnx;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node of a graph.
 *
 * @param name as the file has it, or "OpType_17" by its place where it has none
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
  /** Copies the lists. */
  public OnnxNode {
    Objects.requireNonNull(name);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(domain);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Map.copyOf(attributes);
  }
}
