package org.lightpath.cloud.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.onnx.OnnxTensor;

/** Constants of a graph, copied from the file when they are first asked for. */
final class ConstantPool {
  private final Map<String, OnnxTensor> initializers;
  private final Map<String, Tensor> copies = new HashMap<>();

  ConstantPool(Map<String, OnnxTensor> initializers) {
    this.initializers = initializers;
  }

  /** A constant, null if the value is none. */
  synchronized @Nullable Tensor find(String name) {
    Tensor copy = copies.get(name);
    OnnxTensor initializer = initializers.get(name);
    if (copy == null && initializer != null) {
      copy = Tensor.of(initializer);
      copies.put(name, copy);
    }
    return copy;
  }

  synchronized void put(String name, Tensor value) {
    copies.put(name, value);
  }

  /** Forgets the copy of a constant that is used no more. */
  synchronized void drop(String name) {
    copies.remove(name);
  }
}
