package org.lightpath.datasets.builder;

import java.util.List;

/**
 * A value of a graph that is being built.
 *
 * @param name of it
 * @param dims extents, outermost first; {@link #BATCH} for the open number of samples
 */
record Value(String name, List<Long> dims) {
  /** Extent that is open: the number of samples, always the first. */
  static final long BATCH = -1;

  Value {
    dims = List.copyOf(dims);
  }

  /** An extent; negative axes count from the last one. */
  long dim(int axis) {
    return dims.get(axis < 0 ? dims.size() + axis : axis);
  }

  /** The extents with one replaced; negative axes count from the last one. */
  List<Long> with(int axis, long extent) {
    Long[] changed = dims.toArray(Long[]::new);
    changed[axis < 0 ? changed.length + axis : axis] = extent;
    return List.of(changed);
  }
}
