package org.lightpath.tornado.internal.kernel;

import java.util.Locale;

/** The kernels. */
public enum KernelName {
  /** Takes tables and work space along to the device. */
  TABLES,
  /** Takes what is computed on along. */
  LOAD,
  /** A whole plan in local memory. */
  SPAN,
  /** Begins to count the steps anew. */
  RESET,
  /** Columns of the four-step transform. */
  COLUMNS,
  /** Rows of the four-step transform with a linear operator. */
  ROWS,
  /** Rows of the four-step transform, to bins in natural order. */
  BINS,
  /** Amplification with noise. */
  NOISE,
  /** Light through a mesh. */
  MESH;

  /** Name of the task. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
