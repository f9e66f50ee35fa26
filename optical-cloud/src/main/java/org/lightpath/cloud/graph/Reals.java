package org.lightpath.cloud.graph;

import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.onnx.OnnxTensor;

/**
 * Real numbers of a tensor; those of a constant are copied from the model when they are first asked
 * for, so that a plan of a large model, which needs shapes alone, does not hold its weights.
 */
final class Reals {
  private final int length;
  private @Nullable OnnxTensor source;
  private volatile float @Nullable [] values;

  Reals(float[] values) {
    this.length = values.length;
    this.values = values;
  }

  Reals(OnnxTensor source, int length) {
    this.length = length;
    this.source = source;
  }

  int length() {
    return length;
  }

  float[] values() {
    float[] present = values;
    return present == null ? read() : present;
  }

  private synchronized float[] read() {
    float[] present = values;
    OnnxTensor constant = source;
    if (present == null) {
      present = new float[length];
      if (constant != null) {
        TensorBytes.read(constant.type(), constant.data(), present);
      }
      values = present;
      source = null;
    }
    return present;
  }
}
