package org.lightpath.cloud.graph.operator;

import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * What is known of a value before anything runs.
 *
 * @param name in the graph
 * @param tensorType type and extents
 * @param constant the value itself where it is the same in every run; null otherwise
 */
public record ValueInfo(String name, TensorType tensorType, @Nullable Tensor constant) {
  /** Type of the elements. */
  public OnnxType type() {
    return tensorType.type();
  }

  /** Extents; not to be changed. */
  public int[] shape() {
    return tensorType.shape();
  }

  /** Number of axes. */
  public int rank() {
    return tensorType.rank();
  }

  /** Number of elements. */
  public int elements() {
    return tensorType.elements();
  }

  /** Whether the elements are real numbers. */
  public boolean real() {
    return tensorType.real();
  }
}
