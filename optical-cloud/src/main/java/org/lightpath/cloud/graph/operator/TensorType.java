package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * Type and extents of a value.
 *
 * @param type of the elements
 * @param shape extents, outermost first; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record TensorType(OnnxType type, int[] shape) {
  /** Number of elements. */
  public int elements() {
    return Shapes.elements(shape);
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Whether the elements are real numbers. */
  public boolean real() {
    return Tensor.isReal(type);
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
