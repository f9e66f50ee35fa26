package org.lightpath.cloud.graph;

import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxNode;

/**
 * A graph without nodes that need not be run.
 *
 * @param nodes that are left, in order
 * @param constants of the graph
 * @param renamed values that are others now, by their name in the file
 */
record Simplified(List<OnnxNode> nodes, ConstantPool constants, Map<String, String> renamed) {
  /** Name that a value of the file has now. */
  String resolve(String name) {
    return renamed.getOrDefault(name, name);
  }
}
