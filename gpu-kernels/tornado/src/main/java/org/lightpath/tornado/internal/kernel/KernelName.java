package org.lightpath.tornado.internal.kernel;

import java.util.Locale;

/** The kernels. */
public enum KernelName {
  /** Takes tables and work space along to the device. */
  TABLES,
  /** Takes what is computed on along. */
  LOAD,
  /** A whole plan in local memory. */
  SPAN;

  /** Name of the task. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
