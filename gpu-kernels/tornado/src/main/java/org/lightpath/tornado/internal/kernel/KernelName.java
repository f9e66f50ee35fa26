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
  MESH,
  /** The left operand onto light. */
  ENCODE_LEFT,
  /** The right operand onto light. */
  ENCODE_RIGHT,
  /** Memory of the left operand's streams. */
  REMEMBER_LEFT,
  /** Memory of the right operand's streams. */
  REMEMBER_RIGHT,
  /** Product and readout with normal noise. */
  PRODUCT,
  /** Product and readout that counts. */
  COUNTED;

  /** Name of the task. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
