package org.lightpath.datasets.onnx;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input or output of a graph, or a value within whose shape the file tells.
 *
 * @param name of the value
 * @param type of the elements; null where the file does not say
 * @param dims extents; null where the file does not say
 */
public record OnnxValue(String name, @Nullable OnnxType type, @Nullable List<Dim> dims) {
  /**
   * An extent: a number, a name that stands for one, or neither.
   *
   * @param value the number; −1 where it is open
   * @param name empty where there is none
   */
  public record Dim(long value, String name) {
    /** Checks that the name is there. */
    public Dim {
      Objects.requireNonNull(name);
    }
  }

  /** Copies the list. */
  public OnnxValue {
    Objects.requireNonNull(name);
    dims = dims == null ? null : List.copyOf(dims);
  }
}
