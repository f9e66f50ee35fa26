package org.lightpath.datasets.onnx;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/**
 * A constant tensor of a model.
 *
 * @param name empty where the file gives none
 * @param type of the elements
 * @param dims extents, outermost first; empty for a scalar
 * @param data elements in row-major order, little-endian, of exactly the size that type and extents
 *     say; a read-only view that lives as long as the model's arena
 */
public record OnnxTensor(String name, OnnxType type, List<Long> dims, MemorySegment data) {
  /** Copies the list. */
  public OnnxTensor {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(data);
    dims = List.copyOf(dims);
  }

  /** Number of elements. */
  public long elements() {
    return dims.stream().reduce(1L, Math::multiplyExact);
  }
}
