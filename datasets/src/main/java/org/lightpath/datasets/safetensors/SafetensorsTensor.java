package org.lightpath.datasets.safetensors;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * A tensor of a file.
 *
 * @param name of it
 * @param type of the elements
 * @param dims extents, outermost first; empty for a scalar
 * @param data elements in row-major order, little-endian; a read-only view of the file
 */
public record SafetensorsTensor(
    String name, SafetensorsType type, List<Long> dims, MemorySegment data) {
  /** Copies the list. */
  public SafetensorsTensor {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(data);
    dims = List.copyOf(dims);
  }

  /**
   * The same tensor for a model, without a copy.
   *
   * @throws IllegalArgumentException if models have no such type
   */
  public OnnxTensor onnx() {
    OnnxType same =
        type.onnx()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "tensor '%s' is of type %s, which models do not have: convert it to F32"
                            .formatted(name, type)));
    return new OnnxTensor(name, same, dims, data);
  }
}
